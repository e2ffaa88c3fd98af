"""红外、门磁长时间无活动。

Why           Half a day without a door, a step or a light may be somebody who cannot get up.
Who acts      The platform's desk (M01 for now) calls, then the family, then the grid worker knocks.
False alarms  Told to be out, in hospital or in a home; a power cut, which silences everything.
              A silent line is unknown, never a quiet room. A sensor moved or covered up, and nights
              across midnight (the limit counts hours, not days), are settled by the call.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED

LABEL = Label(
    id="MON-11",
    title="红外、门磁长时间无活动",
    title_en="No movement for too long",
    since=date(2022, 5, 18),
    source="金平湖智慧健康养老服务（种子 S3:164-178）",
    tag="seed",
)
WATCH = Watch(
    grain="device",
    reads=("M01-04",),
    why="这家老人屋里好久没有动静了。",
    why_en="There has been no sign of life in this elder’s home for long.",
    ask="先打电话，再去敲门。没人应就叫邻居和家人。",
    ask_en="Call, then knock. No answer: fetch neighbours and family.",
    need="1 户人家好久没有动静，请马上联系",
    need_en="1 home shows no sign of life: please get in touch at once",
    whistle=("M01", VILLAGE),
    answer_within=Span(minutes=30),
    visit_within=Span(hours=2),
    close_within=Span(hours=24),
    offers=("HP-16",),
    shows=(
        Show("最近一次事件", "event_at", "M01-04"),
        Show("离线多少分钟", "offline_minutes", "M01-04"),
    ),
    proof="见到人了，屋里又有动静了。",
    proof_en="Somebody saw them; there is movement again.",
    quiet_days=0,
    every="*/5 * * * *",
)


def when(std: Standards) -> Expr:
    high, low = std.integer("no_move_hours_high"), std.integer("no_move_hours_low")
    limit = pl.when(sure(col.high_risk)).then(high * 60).otherwise(low * 60)
    still_room = col.motionless | (col.motionless_minutes >= limit)
    return still_room & ~sure(col.away) & ~sure(col.power_cut)


def proven(std: Standards) -> Expr:
    return ~col.motionless & (col.motionless_minutes < 60)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {"motionless": False, "motionless_minutes": 24 * 60, "high_risk": False}
EXAMPLES = [
    hit("一天没动静", **ROW),
    hit("高风险的，半天就算", **ROW | {"high_risk": True, "motionless_minutes": 12 * 60}),
    hit("平台自己报的", **ROW | {"motionless": True, "motionless_minutes": 0}),
    hit("风险没登记，按一般的算", **ROW | {"high_risk": None}),
    miss("差一分钟满一天", **ROW | {"motionless_minutes": 24 * 60 - 1}),
    miss("高风险的差一分钟", **ROW | {"high_risk": True, "motionless_minutes": 12 * 60 - 1}),
    miss("报过要出门", **ROW | {"away": True}),
    miss("停电了", **ROW | {"power_cut": True}),
    unknown("线路不通", motionless=None, motionless_minutes=None),
]
PROOFS = [
    hit("又有动静", motionless=False, motionless_minutes=5),
    miss("还没有", motionless=True, motionless_minutes=800),
]
