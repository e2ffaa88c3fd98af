"""SOS 呼叫。

Why           Somebody who pressed the button may be lying on the floor.
Who acts      The platform's desk (M01 for now) calls back; then the family, the grid worker, 120.
False alarms  A test of the button, one that was answered, or one the button itself took back is not
              open; the same press sent twice is one press. Pressed by mistake or by a child: the
              call back settles it in a minute.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED

LABEL = Label(
    id="MON-10",
    title="SOS 呼叫",
    title_en="Call button pressed",
    since=date(2022, 5, 18),
    source="金平湖智慧健康养老服务（种子 S3:164-178）",
    tag="seed",
)
WATCH = Watch(
    grain="device",
    reads=("M01-04",),
    why="这家的呼叫按钮响了，还没人应。",
    why_en="The call button of this home was pressed, and nobody has answered.",
    ask="先打电话，没人接马上去。见到人说一声。",
    ask_en="Call first; no answer, go at once. Tell us when you see the person.",
    need="1 户人家按了呼叫按钮，请马上联系",
    need_en="1 home pressed the call button: please get in touch at once",
    whistle=("M01", VILLAGE),
    answer_within=Span(minutes=3),
    visit_within=Span(minutes=15),
    close_within=Span(hours=24),
    offers=("HP-16", "HP-33"),
    shows=(Show("最近一次事件", "event_at", "M01-04"),),
    proof="见到人了，呼叫解除了。",
    proof_en="Somebody saw them; the call is over.",
    quiet_days=0,
    every="*/5 * * * *",
)


def when(std: Standards) -> Expr:
    return col.sos


def proven(std: Standards) -> Expr:
    return ~col.sos


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
EXAMPLES = [
    hit("按了，没人应", sos=True),
    hit("人不在家登记过，也要问", sos=True, away=True),
    miss("处置过，或自己解除了", sos=False),
    unknown("线路不通", sos=None),
]
PROOFS = [hit("解除了", sos=False), miss("还开着", sos=True)]
