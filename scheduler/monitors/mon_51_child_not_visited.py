"""儿童主任探访未达频次。

Why           A child on the list was promised a visit a month by the village's child director.
Who acts      The child director goes, the town's child supervisor sees that it happens.
When          In the last ten days of a month without a visit, or when a whole month had none: not on
              the first, when nobody can have been yet.
False alarms  Holidays with the parents, a child raised in a home: asked. A visit entered late
              withdraws the finding.
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import first_of, month_before, sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, told

LABEL = Label(
    id="MON-51",
    title="儿童主任探访未达频次",
    title_en="Monthly child visit missed",
    since=date(2022, 5, 18),
    source="三级儿童工作网络（种子 S3:271-279）；频次为假设",
    tag="seed",
)
WATCH = Watch(
    grain="person",
    reads=("P01-07", "P02-01", "P02-04", "M01-14"),
    why="这家孩子这个月还没有人去看过。",
    why_en="Nobody has been to see this child this month.",
    ask="去看看孩子：吃得好吗？上学开心吗？谁在带？",
    ask_en="See the child: eating well? Happy at school? Who is with it?",
    need="1 个孩子这个月还没人去看，请补上",
    need_en="1 child has not been visited this month: please go",
    whistle=(TOWN, VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=7),
    close_within=Span(days=30),
    offers=("HP-22",),
    shows=(Show("上次探访", "child_seen_on", "M01-14"),),
    proof="这个月去看过了。",
    proof_en="The child was visited this month.",
    quiet_days=7,
    every="0 10 * * fri",
    line="children",
)
LATE = 21


def when(std: Standards) -> Expr:
    since_ = first_of(std.at) if std.at.day >= LATE else month_before(std.at, 1)
    unseen = col.child_seen_on.is_null() | (col.child_seen_on < since_)
    spoken = told("guardian_failed", unseen)
    return col.child_listed & (col.age < 18) & ~sure(col.dead) & spoken


def proven(std: Standards) -> Expr:
    return told("guardian_failed", col.child_seen_on >= first_of(std.at))


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 22)
ROW = {
    "child_listed": True,
    "age": 10,
    "guardian_failed": False,
    "child_seen_on": date(2022, 6, 30),
}
EXAMPLES = [
    hit("月底了，这个月没去", **ROW),
    hit("从来没去过", **ROW | {"child_seen_on": None}),
    miss("这个月一号去过", **ROW | {"child_seen_on": date(2022, 7, 1)}),
    miss("不在册", **ROW | {"child_listed": False}),
    miss("满十八", **ROW | {"age": 18}),
    miss("不在了", **ROW | {"dead": True}),
    unknown("探访记录断供", **ROW | {"guardian_failed": None}),
    unknown("名册断供", **ROW | {"child_listed": None}),
]
PROOFS = [
    hit("去过了", guardian_failed=False, child_seen_on=date(2022, 7, 20)),
    miss("还没去", guardian_failed=False, child_seen_on=date(2022, 6, 30)),
]
