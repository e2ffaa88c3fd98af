"""Made-up families and mornings, each another one, for drawing them by the thousand."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from core.clock import SHANGHAI
from core.render.data import (
    Action,
    Benefit,
    Booklet,
    Card,
    Change,
    Colour,
    Count,
    Digest,
    Event,
    Evidence,
    Fact,
    FamilyRow,
    Figure,
    Gain,
    Help,
    Load,
    Mark,
    Opened,
    Person,
    Question,
    Reading,
    Stale,
    Suggestion,
    Town,
    Whistle,
)

DAY = date(2022, 7, 15)
NOW = datetime(2022, 7, 15, 8, 0, tzinfo=SHANGHAI)
OPENED = Opened(by="彭老师", at=NOW)
TYPES = ("兜底型", "急难型", "支出型", "关爱型", "发展型")
LABELS = (
    "零就业",
    "毕业未就业",
    "无技能证书",
    "未培训",
    "老年",
    "多老人",
    "居家隐患",
    "医疗负担重",
)
TOWNS = ("当湖街道", "钟埭街道", "曹桥街道", "乍浦镇", "新埭镇", "新仓镇", "广陈镇", "林埭镇")
COLOURS: tuple[Colour, ...] = ("red", "yellow", "green")


def reading(dice: random.Random, name: str) -> Reading:
    if dice.random() < 0.5:
        return Reading(name=name, gate=False)
    score = dice.randint(5, 90)
    colour = COLOURS[0 if score >= 60 else 1 if score >= 30 else 2]
    labels = dice.sample(LABELS, dice.randint(1, 6))
    evidence = tuple(
        Evidence(
            label=x,
            why=f"{x}：{dice.randint(2, 40)} 个月",
            day=DAY,
            department="市人社局",
            points=8,
        )
        for x in labels
    )
    return Reading(
        name=name,
        gate=True,
        low=score,
        high=score,
        colour_low=colour,
        colour_high=colour,
        labels=evidence,
    )


def person(dice: random.Random, relation: str, age: int, *, head: bool = False) -> Person:
    name = "陆" + dice.choice("水根杰英秀阿大明芳") + dice.choice("根杰英秀大明芳兰")
    return Person(name=name, relation=relation, age=age, note="身体还行", head=head, benefit="低保")


def card(dice: random.Random, i: int) -> Card:
    old = person(dice, "户主", dice.randint(55, 80), head=True)
    spouse = replace(person(dice, "妻子", dice.randint(55, 80)), spouse=True)
    young = person(dice, "儿子", dice.randint(18, 40))
    return Card(
        code=f"PH-2022-{i:06d}",
        head=old.name,
        size=3,
        place=f"{dice.choice(TOWNS)} 第 {dice.randint(1, 9)} 网格",
        day=DAY,
        departments=dice.randint(2, 12),
        opened=OPENED,
        readings=tuple(reading(dice, name) for name in TYPES),
        generations=((old, spouse), (young,)),
        actions=tuple(
            Action(what=f"上门看看，问第 {i} 户的 {n} 件事", who="网格员", due="三天内")
            for n in range(3)
        ),
        unknown="家里存款多少",
    )


def facts(dice: random.Random, *names: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(name=n, value=f"每月 {dice.randint(100, 4000)} 元", department="市民政局", day=DAY)
        for n in names
    )


def booklet(dice: random.Random, i: int) -> Booklet:
    change = Change(
        type="发展型",
        before=Mark(score=dice.randint(50, 90), colour="red"),
        after=Mark(score=dice.randint(0, 20), colour="green"),
    )
    return Booklet(
        card=card(dice, i),
        made=NOW,
        data_until=DAY,
        rules="2022-05-18.1",
        sentence=f"第 {i} 户：一家三口，两位老人，一个劳动力，毕业满一年还没工作。",
        income=facts(dice, "低保金", "打零工", "人均月收入", "存款"),
        health=facts(dice, "身体", "看病自己付"),
        labour=facts(dice, "劳动力", "学历", "工作"),
        housing=facts(dice, "房子", "用电", "隐患"),
        unknown=(Question(what="存款", whom="镇民政", ask="请重新核对一次。"),) * 2,
        benefits=(Benefit(name="低保", amount="每月 2,409 元", department="市民政局", since=DAY),)
        * 3,
        help=(Help(day=DAY, what="春节慰问", who="镇里", result="米和油"),) * 3,
        suggestions=(
            Suggestion(
                kind="service", what="免费技能培训", who="市人社局", days=14, why="没有证书"
            ),
            Suggestion(kind="material", what="求职补贴", who="市人社局", days=20, papers="毕业证"),
        ),
        timeline=tuple(
            Event(
                day=DAY - timedelta(days=n),
                kind="visit",
                who="网格员",
                text="上门看过。",
                changes=(change,),
            )
            for n in range(6)
        ),
    )


def digest(dice: random.Random, i: int) -> Digest:
    def figure() -> Figure:
        return Figure(count=Count(value=dice.randint(0, 60)), note=f"昨天 {i} 户")

    return Digest(
        area="平湖市",
        day=DAY + timedelta(days=i),
        data_until=NOW,
        opened=OPENED,
        new=figure(),
        waiting=figure(),
        helping=figure(),
        closed=figure(),
        towns=tuple(
            Town(
                name=name,
                red=dice.randint(1, 30),
                yellow=dice.randint(50, 130),
                green=dice.randint(100, 270),
                in_time=dice.randint(30, 50),
                due=50,
            )
            for name in TOWNS
        ),
        watch=(f"{dice.choice(TOWNS)} {i} 户没人接", "数据没到", "等您放行"),
        whistles=tuple(
            Whistle(department=f"部门{n}", called=20, in_time=dice.randint(10, 20))
            for n in range(5)
        ),
        better=(Gain(name="收入涨了", count=Count(value=dice.randint(1, 40))),) * 3,
        loads=tuple(
            Load(worker=f"网格员{n}", open=dice.randint(3, 20), limit=15) for n in range(3)
        ),
        visits=60,
        useful=dice.randint(30, 60),
        stale=(Stale(source="医保结算", days=2),),
    )


def rows(dice: random.Random, many: int) -> list[FamilyRow]:
    return [
        FamilyRow(
            code=f"PH-2022-{i:06d}",
            town=dice.choice(TOWNS),
            village="鱼圻塘村",
            head="陆某",
            size=dice.randint(1, 6),
            typed=True,
            colour=dice.choice(COLOURS),
            types="关爱型 ＋ 发展型",
            labels="、".join(dice.sample(LABELS, 4)),
            todo="上门问问：想不想找工作，难在哪里",
            who="网格员 彭老师",
            due=DAY,
            visited=DAY,
            state="待上门",
        )
        for i in range(many)
    ]
