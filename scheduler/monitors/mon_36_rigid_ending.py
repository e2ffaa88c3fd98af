"""支出型（刚性支出）认定到期。

Why           The status ends after a year, the costs do not.
Who acts      The town renews or finds another way; the village asks.
False alarms  A family without anybody left here is left out. Costs that are over: asked.
"""

from datetime import date, timedelta

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, told

LABEL = Label(
    id="MON-36",
    title="支出型（刚性支出）认定到期",
    title_en="Rigid-expenditure status ending",
    since=date(2022, 5, 18),
    source="刚性支出困难家庭认定办法 2024-11；浙江省社会救助条例第41条（领域档案 R-10）",
    tag="page",
)
WATCH = Watch(
    grain="household",
    reads=("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "P02-02", "M01-11"),
    why="这家的帮扶快到期了。",
    why_en="The help for this family is running out.",
    ask="问问：花钱的事过去了没有？还要不要接着帮？",
    ask_en="Ask: are the costs over? Is more help needed?",
    need="1 户人家的帮扶快到期，请看看要不要接上",
    need_en="The help for 1 family is running out: please see whether to go on",
    whistle=(TOWN, VILLAGE),
    answer_within=Span(days=10),
    visit_within=Span(days=20),
    close_within=Span(days=45),
    offers=("HP-07", "HP-11"),
    shows=(Show("哪天到期", "rigid_valid_to", "P01-04"),),
    proof="接上了，或者换了更合适的帮法。",
    proof_en="It goes on, or other help has taken over.",
    quiet_days=90,
    every="0 3 * * mon",
)


def _ending(std: Standards) -> Expr:
    return col.rigid_valid_to <= std.at + timedelta(days=45)


def when(std: Standards) -> Expr:
    nobody = sure((col.n_members == 0) & (col.n_members_unknown == 0))
    return col.rigid_listed & told("rigid_listed", _ending(std)) & ~nobody


def proven(std: Standards) -> Expr:
    renewed = col.rigid_listed & ~sure(_ending(std))
    return renewed | col.status.is_in(["dibao", "danrenbao", "tekun", "edge"])


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {
    "rigid_listed": True,
    "rigid_valid_to": date(2022, 8, 29),
    "n_members": 2,
    "n_members_unknown": 0,
}
EXAMPLES = [
    hit("还有四十五天", **ROW),
    hit("今天到期", **ROW | {"rigid_valid_to": date(2022, 7, 15)}),
    miss("还有四十六天", **ROW | {"rigid_valid_to": date(2022, 8, 30)}),
    miss("没有期限", **ROW | {"rigid_valid_to": None}),
    miss("不在册", **ROW | {"rigid_listed": False, "rigid_valid_to": None}),
    miss("一家都迁走了", **ROW | {"n_members": 0}),
    unknown("名册断供", **ROW | {"rigid_listed": None, "rigid_valid_to": None}),
]
PROOFS = [
    hit("续了一年", rigid_listed=True, rigid_valid_to=date(2023, 8, 29), status="rigid"),
    hit("转了低边", rigid_listed=False, rigid_valid_to=None, status="edge"),
    miss("还没有", rigid_listed=True, rigid_valid_to=date(2022, 8, 1), status="rigid"),
]
