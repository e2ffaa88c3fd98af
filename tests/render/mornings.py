"""Made-up mornings of a supervisor."""

from dataclasses import replace
from datetime import date, datetime

from core.clock import SHANGHAI
from core.render.data import (
    Count,
    Digest,
    Figure,
    Gain,
    Load,
    Opened,
    Spread,
    Stale,
    Town,
    Whistle,
)

MORNING = Digest(
    area="平湖市 9 个镇街道",
    day=date(2022, 9, 21),
    data_until=datetime(2022, 9, 20, 23, 40, tzinfo=SHANGHAI),
    opened=Opened(by="许局长", at=datetime(2022, 9, 21, 8, 0, tzinfo=SHANGHAI)),
    new=Figure(count=Count(value=7), note="昨天 5 户"),
    waiting=Figure(count=Count(value=12), note="超时 2 户", late=True),
    helping=Figure(count=Count(value=31), note="本周多 6 户"),
    closed=Figure(count=Count(value=9), note="平均 2.4 天"),
    watch=(
        "新埭镇 2 户超过 24 小时没人接",
        "乍浦镇 1 户红色 30 天没人上门",
        "新仓镇 14 条预警被拦下，等您放行",
    ),
    towns=(
        Town(name="当湖街道", red=21, yellow=118, green=270, in_time=97, due=100),
        Town(name="钟埭街道", red=14, yellow=96, green=201, in_time=96, due=100),
        Town(name="曹桥街道", red=9, yellow=71, green=160, in_time=40, due=40),
        Town(name="乍浦镇", red=17, yellow=102, green=231, in_time=46, due=50),
        Town(name="新埭镇", red=26, yellow=131, green=240, in_time=39, due=50),
        Town(name="新仓镇", red=11, yellow=80, green=190, in_time=95, due=100),
        Town(name="独山港镇", red=13, yellow=88, green=214, in_time=47, due=50),
        Town(name="广陈镇", red=10, yellow=69, green=172, in_time=49, due=50),
        Town(name="林埭镇", red=0, yellow=55, green=140, in_time=0, due=0),
    ),
    whistles=(
        Whistle(department="市人社局", called=14, in_time=14),
        Whistle(department="市医保局", called=9, in_time=8),
        Whistle(department="市残联", called=6, in_time=6),
        Whistle(department="市住建局", called=4, in_time=3),
        Whistle(department="市级助联体", called=11, in_time=11),
    ),
    better=(
        Gain(name="少了一项难处", count=Count(value=46), note="近 30 天"),
        Gain(name="收入涨了", count=Count(value=18), note="人均多 320 元"),
        Gain(name="上班满三个月", count=Count(value=11, unit="person"), note="15 人里"),
    ),
    visits=62,
    useful=51,
    loads=(
        Load(worker="彭老师", open=19, limit=15),
        Load(worker="王敏", open=13, limit=15),
        Load(worker="沈燕", open=8, limit=15),
    ),
    stale=(Stale(source="医保结算", days=2, note="看病负担可能漏"),),
    reach=(
        Count(value=3489),
        Count(value=5879, unit="person"),
        Count(value=4120, unit="household_time"),
        Count(value=7302, unit="person_time"),
    ),
    reach_since=date(2022, 1, 1),
    spread=(
        Spread(
            place="新埭镇",
            type="发展型",
            h=12.4,
            h_low=9.8,
            h_high=15.5,
            a=41.0,
            a_high=44.5,
            m0=5.1,
            m0_high=6.9,
            change=-0.8,
        ),
        Spread(
            place="广陈镇",
            type="关爱型",
            h=18.0,
            h_low=14.1,
            h_high=22.7,
            a=38.2,
            a_high=40.1,
            m0=6.9,
            m0_high=9.1,
        ),
    ),
)

CALM = replace(MORNING, watch=(), stale=())
PUBLISHED = replace(MORNING, published=True)
EN = Digest(
    area="Pinghu, 9 towns",
    day=date(2022, 9, 21),
    data_until=MORNING.data_until,
    opened=Opened(by="Mr Xu", at=MORNING.opened.at),
    new=Figure(count=Count(value=7), note="5 yesterday"),
    waiting=Figure(count=Count(value=12), note="2 overdue", late=True),
    helping=Figure(count=Count(value=31), note="6 more this week"),
    closed=Figure(count=Count(value=1), note="2.4 days each"),
    watch=(
        "Xindai: 2 families waited over 24 hours",
        "Zhapu: 1 red family not visited for 30 days",
        "Xincang: 14 alerts held back, please release",
        "One more",
        "And another",
    ),
    towns=tuple(
        replace(t, name=n)
        for t, n in zip(
            MORNING.towns,
            (
                "Danghu",
                "Zhongdai",
                "Caoqiao",
                "Zhapu",
                "Xindai",
                "Xincang",
                "Dushangang",
                "Guangchen",
                "Lindai",
            ),
            strict=True,
        )
    ),
    whistles=tuple(
        replace(w, department=n)
        for w, n in zip(
            MORNING.whistles,
            ("Labour", "Health Insurance", "Disabled Persons'", "Housing", "Help Alliance"),
            strict=True,
        )
    ),
    better=(
        Gain(name="one hardship fewer", count=Count(value=46), note="last 30 days"),
        Gain(name="earn more", count=Count(value=18), note="320 yuan each"),
        Gain(name="3 months in work", count=Count(value=11, unit="person"), note="of 15"),
    ),
    visits=62,
    useful=51,
    loads=tuple(
        replace(x, worker=n)
        for x, n in zip(MORNING.loads, ("Ms Peng", "Ms Wang", "Ms Shen"), strict=True)
    ),
    stale=(Stale(source="Health claims", days=2, note="we may miss medical costs"),),
    reach=MORNING.reach,
    reach_since=MORNING.reach_since,
)
MORNINGS = {"busy": MORNING, "calm": CALM, "published": PUBLISHED}
