"""孤儿或事实无人抚养疑似。

Why           A child both of whose parents are gone or cannot care needs a guardian today.
Who acts      The children's line of 民政, 公安, the town's child supervisor. Nobody else hears of it.
Counts        Both dead or declared missing; or one so, and the other detained, missing or severely
              disabled. A parent the register does not name is unknown.
False alarms  A child on the list already is covered. Divorce and a parent in another province, a short
              term, a parent lost for less than half a year (the day is not in this column), an old
              register: asked by the child supervisor, never in the village at large.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, told

LABEL = Label(
    id="MON-22",
    title="孤儿或事实无人抚养疑似",
    title_en="Child perhaps without parents",
    since=date(2022, 5, 18),
    source="孤儿、事实无人抚养儿童保障（领域档案 R-16、R-17）",
    tag="law",
)
READS = ("P01-07", "P02-01", "P02-02", "P02-04", "P10-01", "P13-01", "P13-02", "M07-02", "M27-04")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家的孩子可能身边没有大人了。",
    why_en="A child here may have no grown-up left.",
    ask="先看孩子：吃住在哪？谁在带？今晚有没有人陪？",
    ask_en="See the child first: where does it eat and sleep? Who is with it tonight?",
    need="1 个孩子身边可能没有大人，请今天就去看",
    need_en="1 child may have no grown-up left: please go today",
    whistle=("M01", "M07", TOWN),
    answer_within=Span(hours=2),
    visit_within=Span(hours=24),
    close_within=Span(days=7),
    offers=("HP-22", "HP-24"),
    shows=(Show("周岁", "age", "P02-01"),),
    proof="孩子有人管了，该有的保障也有了。",
    proof_en="Somebody is responsible, and the child’s support is in place.",
    quiet_days=30,
    line="children",
)
GONE = ("dead", "declared_missing")
COVERED = ("孤儿", "事实无人抚养")


def _no_longer(parent: str, states: tuple[str, ...] | None = None) -> Expr:
    """Whether the parent is gone, or (without *states*) in any way unable to care."""
    state = col(f"{parent}_state")
    so = state.is_not_null() if states is None else state.is_in(states)
    known = col(parent).is_not_null() & col.death_registered.is_not_null()
    return pl.when(sure(so)).then(True).when(state.is_not_null() | known).then(False)


def when(std: Standards) -> Expr:
    father, mother = _no_longer("father", GONE), _no_longer("mother", GONE)
    alone = (father & _no_longer("mother")) | (mother & _no_longer("father"))
    covered = sure(col.child_kind.is_in(COVERED))
    return (col.age < 18) & alone & ~covered & ~sure(col.dead)


def proven(std: Standards) -> Expr:
    return told("child_listed", col.child_kind.is_in(COVERED))


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "age": 10,
    "father": "f",
    "mother": "m",
    "father_state": "dead",
    "mother_state": "dead",
    "death_registered": False,
}
EXAMPLES = [
    hit("父母都不在了", **ROW),
    hit("一方不在，一方宣告失踪", **ROW | {"mother_state": "declared_missing"}),
    hit("一方不在，一方顾不了", **ROW | {"mother_state": "detained"}),
    hit("反过来也一样", **ROW | {"father_state": "severe_disability"}),
    hit("差一天十八", **ROW | {"age": 17}),
    miss("满十八", **ROW | {"age": 18}),
    miss("母亲好好的", **ROW | {"mother_state": None}),
    miss("都顾不了，可都还在", **ROW | {"father_state": "missing", "mother_state": "detained"}),
    miss("已经在册", **ROW | {"child_kind": "孤儿"}),
    unknown("母亲没登记", **ROW | {"mother": None, "mother_state": None}),
    unknown("死亡登记断供", **ROW | {"mother_state": None, "death_registered": None}),
    unknown("年纪不知道", **ROW | {"age": None}),
]
PROOFS = [
    hit("纳入保障", child_listed=True, child_kind="事实无人抚养"),
    miss("还没有", child_listed=False, child_kind=None),
    unknown("名册断供", child_listed=None, child_kind=None),
]
