"""反复求助未解决。

Why           Who calls a third time was not helped the first two times.
Who acts      The leader in charge at the town, with 民政, listens to the end.
Counts        Calls of one kind to 12345 in ninety days, one of them not settled; or grid reports of one
              kind. Calls and reports have kinds of their own and are not added up.
False alarms  Many people about one policy, or one text sent many times: heard on the visit.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, told

LABEL = Label(
    id="MON-41",
    title="反复求助未解决",
    title_en="Asked for help again and again",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="household",
    reads=("M22-03", "M22-06"),
    why="这家三个月里求助了好几次，还没解决。",
    why_en="This family asked for help several times in three months, and it is not settled.",
    ask="听他说完：到底卡在哪？谁答应过什么？",
    ask_en="Hear them out: where is it stuck? Who promised what?",
    need="1 户人家求助好几次还没解决，请一起碰一碰",
    need_en="1 family asked again and again: please look at it together",
    whistle=(TOWN, "M01"),
    answer_within=Span(hours=24),
    visit_within=Span(days=3),
    close_within=Span(days=30),
    offers=("HP-33", "HP-34"),
    shows=(
        Show("三个月打了几次热线", "hotline_90d", "M22-03"),
        Show("网格报了几件", "grid_events_90d", "M22-06"),
    ),
    proof="事情办成了，他满意。",
    proof_en="It is settled, and they are content.",
    quiet_days=60,
    every="0 3 * * mon",
)
TIMES = 3


def when(std: Standards) -> Expr:
    calls = (col.hotline_same_90d >= TIMES) & told("hotline_90d", col.hotline_open > 0)
    return calls | (col.grid_same_90d >= TIMES)


def proven(std: Standards) -> Expr:
    return told("hotline_90d", col.hotline_open == 0) & (col.hotline_90d > 0)


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {"hotline_90d": 3, "hotline_same_90d": 3, "hotline_open": 1, "grid_same_90d": 0}
CALM = {"hotline_90d": 0, "hotline_same_90d": 0, "hotline_open": None, "grid_same_90d": 0}
EXAMPLES = [
    hit("同一类打了三次，还有一次没解决", **ROW),
    hit("网格报了三件同一类的", **CALM | {"grid_same_90d": 3}),
    hit("网格断供，热线打了三次", **ROW | {"grid_same_90d": None}),
    miss("同一类两次", **ROW | {"hotline_same_90d": 2}),
    miss("三次三件事", **ROW | {"hotline_same_90d": 1}),
    miss("三次都满意了", **ROW | {"hotline_open": 0}),
    miss("网格报了两件", **CALM | {"grid_same_90d": 2}),
    miss("没有求助过", **CALM),
    unknown("热线断供", **CALM | {"hotline_90d": None, "hotline_same_90d": None}),
    unknown("网格断供", **CALM | {"grid_same_90d": None}),
]
PROOFS = [
    hit("都满意了", hotline_90d=3, hotline_open=0),
    miss("还有没解决的", hotline_90d=3, hotline_open=1),
]
