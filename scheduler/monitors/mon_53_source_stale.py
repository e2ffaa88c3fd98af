"""数据源超期或断供。

Why           A monitor that is blind must say so, and who can give it eyes again.
Who acts      The department that owes the class (its row's unit), 民政 for the data centre.
Late          By more than twice the allowed lag after the next delivery was due.
False alarms  Holidays, upgrades and maintenance at the department: the answer says when it is back.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW

LABEL = Label(
    id="MON-53",
    title="数据源超期或断供",
    title_en="A data source is overdue",
    since=date(2022, 5, 18),
    source="领域档案 6.2、9.3",
    tag="assumed",
)
WATCH = Watch(
    grain="source",
    reads=(),
    why="有一类数据断了，靠它的提醒都不准。",
    why_en="A class of data stopped: the alerts that need it are blind.",
    ask="问问送数据的单位：断在哪？几号能补上？",
    ask_en="Ask the department: where did it stop? When will it be back?",
    need="有 1 类数据没按时送来，请补上",
    need_en="1 class of data is overdue: please send it",
    whistle=("M01",),
    answer_within=Span(hours=4),
    visit_within=None,
    close_within=Span(days=2),
    offers=(),
    shows=(
        Show("哪一类", "title", ""),
        Show("最后一批", "last_on", ""),
        Show("几条提醒受影响", "monitors", ""),
    ),
    proof="数据补来了。",
    proof_en="The data has arrived.",
    quiet_days=0,
    every="0 * * * *",
)


def when(std: Standards) -> Expr:
    return ~col.fresh


def proven(std: Standards) -> Expr:
    return col.fresh


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
EXAMPLES = [
    hit("断了", fresh=False),
    miss("按时来的", fresh=True),
    unknown("从来没接进来", fresh=None),
]
PROOFS = [hit("补来了", fresh=True), miss("还没有", fresh=False)]
