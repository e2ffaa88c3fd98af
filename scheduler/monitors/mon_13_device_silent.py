"""设备离线或低电。

Why           A sensor that is off reports nothing, and that looks like a quiet home.
Who acts      The service company (through M01 for now) repairs it, the village looks in.
False alarms  A power cut explains a day offline. A move or new wiring is found on the visit.
Colour        Yellow where somebody lives alone behind it, else green.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, YELLOW

LABEL = Label(
    id="MON-13",
    title="设备离线或低电",
    title_en="Device offline or battery low",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="device",
    reads=("M01-04",),
    why="这家的报警器掉线了，或者快没电了。",
    why_en="The alarm of this home is offline, or its battery is nearly empty.",
    ask="看看：插头松了没有？电池要不要换？",
    ask_en="Look: is the plug loose? Does it need a battery?",
    need="1 户人家的报警器不在线，请去修一修",
    need_en="1 home’s alarm is not online: please repair it",
    whistle=("M01", VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=7),
    offers=("HP-15",),
    shows=(
        Show("设备", "kind", "M01-04"),
        Show("最近一次事件", "event_at", "M01-04"),
    ),
    proof="报警器又在线了。",
    proof_en="The alarm is online again.",
    quiet_days=7,
)
DAY = 24 * 60
LOW = 15


def when(std: Standards) -> Expr:
    return ((col.offline_minutes > DAY) | (col.battery < LOW)) & ~sure(col.power_cut)


def proven(std: Standards) -> Expr:
    return (col.offline_minutes == 0) & ~sure(col.battery < LOW)


def colour(std: Standards) -> Expr:
    return pl.when(sure(col.alone)).then(lit(YELLOW)).otherwise(lit(GREEN))


AT = date(2022, 7, 15)
ROW = {"offline_minutes": 0, "battery": 80}
EXAMPLES = [
    hit("离线一天多", **ROW | {"offline_minutes": 24 * 60 + 1}),
    hit("快没电", **ROW | {"battery": 14}),
    hit("离线了，电量不知道", offline_minutes=3000, battery=None),
    miss("离线正好一天", **ROW | {"offline_minutes": 24 * 60}),
    miss("电量正好百分之十五", **ROW | {"battery": 15}),
    miss("停电检修", **ROW | {"offline_minutes": 3000, "power_cut": True}),
    unknown("电量不知道，也没离线", offline_minutes=0, battery=None),
    unknown("线路情况不知道", offline_minutes=None, battery=80),
]
PROOFS = [
    hit("在线，有电", **ROW),
    miss("在线，没电", offline_minutes=0, battery=3),
    miss("还离线", offline_minutes=3000, battery=80),
]
