"""独立烟感、燃气告警。

Why           Smoke while somebody sleeps alone leaves minutes.
Who acts      The fire desk (M16) calls, then the family, the grid worker, 119.
Covers        Every home that has a sensor, also where more than one person lives: MON-26 leaves a
              smoke alarm alone to this monitor.
False alarms  Tests, and alarms that were answered or that went off by themselves, are not open; a low
              battery is no alarm. Frying and cooking smoke: settled by the call.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED

LABEL = Label(
    id="MON-40",
    title="独立烟感、燃气告警",
    title_en="Smoke or gas alarm",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="device",
    reads=("M16-04", "M06-03"),
    why="这家的烟火报警器响了，还没人应。",
    why_en="The smoke or gas alarm of this home went off, and nobody has answered.",
    ask="先打电话，没人接马上去。看到烟火先打 119。",
    ask_en="Call first; no answer, go at once. See smoke, call 119 first.",
    need="1 户人家烟火报警，请马上联系",
    need_en="1 home’s smoke or gas alarm went off: please get in touch at once",
    whistle=("M16", VILLAGE),
    answer_within=Span(minutes=1),
    visit_within=Span(minutes=15),
    close_within=Span(hours=24),
    offers=("HP-30", "HP-33"),
    shows=(Show("最近一次事件", "event_at", "M16-04"),),
    proof="看过了，没有火，报警解除了。",
    proof_en="Looked at: no fire; the alarm is over.",
    quiet_days=0,
    every="*/5 * * * *",
)


def when(std: Standards) -> Expr:
    return col.smoke | col.gas


def proven(std: Standards) -> Expr:
    return ~col.smoke & ~sure(col.gas)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
EXAMPLES = [
    hit("冒烟", smoke=True, gas=False),
    hit("漏气", smoke=False, gas=True),
    hit("冒烟，有没有漏气不知道", smoke=True, gas=None),
    miss("响过又好了，或是测试", smoke=False, gas=False),
    unknown("线路不通", smoke=None, gas=False),
    unknown("漏不漏气不知道", smoke=False, gas=None),
]
PROOFS = [hit("解除了", smoke=False, gas=None), miss("还响着", smoke=True, gas=False)]
