"""帮扶后无改善。

Why           Help that changes nothing is not finished: perhaps it was the wrong kind.
Who acts      The town and a social worker (M01 for now) sit down with the family.
Compares      The family's score of the type this help is for, before and three months after it was
              done. The score is an interval: only intervals that do not overlap are better or worse.
False alarms  A score of before the three months were over says nothing yet; late data widens the
              interval and is unknown, never "no effect". Waiting for a policy: asked.
"""

from datetime import date, timedelta

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN

LABEL = Label(
    id="MON-46",
    title="帮扶后无改善",
    title_en="Help without effect",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="task",
    reads=(),
    why="帮了这家三个月，情况还没好起来。",
    why_en="Three months after the help, this family is no better off.",
    ask="坐下来问问：帮得对不对路？还差什么？",
    ask_en="Sit down and ask: was it the right help? What is still missing?",
    need="1 户人家帮了三个月没起色，请换个办法",
    need_en="Three months of help changed nothing for 1 family: please try another way",
    whistle=(TOWN, "M01"),
    answer_within=Span(days=5),
    visit_within=Span(days=10),
    close_within=Span(days=60),
    offers=("HP-33", "HP-19"),
    shows=(Show("哪天做完的", "done_on", ""),),
    proof="情况好起来了，或者换了新办法。",
    proof_en="Things are better, or a new plan is under way.",
    quiet_days=90,
    every="0 3 1 * *",
)


def when(std: Standards) -> Expr:
    due = col.done_on <= std.at - timedelta(days=90)
    judged = col.scored_on >= col.done_on + timedelta(days=90)
    worse = (
        pl.when(_better()).then(False).when(col.score_now_low >= col.score_before_high).then(True)
    )
    return due & pl.when(judged).then(worse) & ~sure(col.dropped)


def _better() -> Expr:
    return col.score_now_high < col.score_before_low


def proven(std: Standards) -> Expr:
    return _better()


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {
    "done_on": date(2022, 4, 16),
    "scored_on": date(2022, 7, 15),
    "score_before_low": 800,
    "score_before_high": 900,
    "score_now_low": 900,
    "score_now_high": 1000,
}
EXAMPLES = [
    hit("三个月了，分数没降", **ROW),
    miss("八十九天", **ROW | {"done_on": date(2022, 4, 17)}),
    miss("降下来了", **ROW | {"score_now_low": 500, "score_now_high": 799}),
    miss("中途撤了", **ROW | {"dropped": True}),
    unknown("两次的区间叠在一起", **ROW | {"score_now_low": 850}),
    unknown("分数是三个月以前打的", **ROW | {"scored_on": date(2022, 7, 14)}),
    unknown("没打过分", **ROW | {"score_now_low": None, "score_now_high": None}),
    unknown("还没做完", **ROW | {"done_on": None}),
]
PROOFS = [
    hit("降下来了", score_before_low=800, score_now_high=799),
    miss("没降", score_before_low=800, score_now_high=800),
]
