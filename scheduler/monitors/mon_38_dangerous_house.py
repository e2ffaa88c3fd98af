"""住危房（C、D 级）。

Why           The next heavy rain decides.
Who acts      住建 and the town repair or move the family; the village knows where they could go.
False alarms  A house known to be empty, or whose people all live elsewhere: left out. Repaired, or
              graded better later: the newest grade counts, twice graded is once. Pulled down but not
              signed off: asked.
Colour        Red for D, yellow for C.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import AWAY, RED, YELLOW, all_away

LABEL = Label(
    id="MON-38",
    title="住危房（C、D 级）",
    title_en="Living in a dangerous house",
    since=date(2022, 5, 18),
    source="领域档案 6.2（R-22）",
    tag="assumed",
)
READS = ("P01-01", "P01-03", "P01-04", "P01-06", "P02-01", "P02-02", "P07-03", "M06-02", "M07-04",
         "M10-05")  # fmt: skip
WATCH = Watch(
    grain="household",
    reads=READS,
    why="这家住的房子不安全。",
    why_en="The house this family lives in is not safe.",
    ask="看看：人还住在里面吗？漏不漏？有没有地方先搬？",
    ask_en="Look: do they live in it? Does it leak? Is there somewhere to go first?",
    need="1 户人家住的房子不安全，请看看怎么修怎么搬",
    need_en="The house of 1 family is not safe: please see how to repair or move",
    whistle=("M06", TOWN, VILLAGE),
    answer_within=Span(hours=24),
    visit_within=Span(days=7),
    close_within=Span(days=120),
    offers=("HP-31", "HP-09"),
    shows=(
        Show("等级", "housing_grade", "P07-03"),
        Show("几口人", "n_members", "P02-02"),
    ),
    proof="房子修好了，或者搬出来了。",
    proof_en="The house is repaired, or they have moved out.",
    quiet_days=120,
    every="0 3 * * mon",
)


def members(std: Standards) -> dict[str, Tally]:
    return AWAY


def when(std: Standards) -> Expr:
    empty = all_away() | sure(col.house_lived_in == False)  # noqa: E712
    return col.housing_grade.is_in(["C", "D"]) & col.low_income & ~empty


def proven(std: Standards) -> Expr:
    return col.housing_grade.is_in(["A", "B"]) | sure(col.house_lived_in == False)  # noqa: E712


def colour(std: Standards) -> Expr:
    return pl.when(sure(col.housing_grade == "D")).then(lit(RED)).otherwise(lit(YELLOW))


AT = date(2022, 7, 15)
ROW = {"housing_grade": "D", "low_income": True, "n_members": 2, "n_away": 0}
EXAMPLES = [
    hit("最差的一级", **ROW),
    hit("次差的一级", **ROW | {"housing_grade": "C"}),
    hit("一个人住在外面", **ROW | {"n_away": 1}),
    miss("还行的一级", **ROW | {"housing_grade": "B"}),
    miss("巡查说没人住", **ROW | {"house_lived_in": False}),
    miss("都搬空了", **ROW | {"n_away": 2}),
    miss("不是低收入", **ROW | {"low_income": False}),
    unknown("没鉴定过", **ROW | {"housing_grade": None}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
PROOFS = [
    hit("修好重新评了", housing_grade="A"),
    hit("腾空了", housing_grade="D", house_lived_in=False),
    miss("还没有", housing_grade="D", house_lived_in=True),
]
