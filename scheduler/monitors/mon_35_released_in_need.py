"""刑满释放低收入人员返乡。

Why           The first month decides: a bed and a job, or back to where they came from.
Who acts      司法 with 民政 and 人社; the village's named person. Restricted: nobody else hears of it.
Known by      The city's own list of those to be settled; without it only a known release counts.
False alarms  Registered elsewhere, or already with a bed and a job: left out. Living with relatives:
              asked on the visit.
Stays         Three months.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, here, lately, told

LABEL = Label(
    id="MON-35",
    title="刑满释放低收入人员返乡",
    title_en="Back in the community, in need",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
READS = ("P01-01", "P01-03", "P01-04", "P01-06", "P02-01", "P02-04", "P03-03", "P13-01", "M14-01")  # fmt: skip
WATCH = Watch(
    grain="person",
    reads=READS,
    why="这家有人刚回来，日子要重新开头。",
    why_en="Somebody here has just come back and starts anew.",
    ask="问问：住哪？有没有活做？家里接不接纳？",
    ask_en="Ask: where do they live? Any work? Does the family take them in?",
    need="1 位刚回来的乡亲要安顿，请看看住处和活",
    need_en="1 neighbour who has just come back needs a home and work: please look",
    whistle=("M14", "M01", "M02", VILLAGE),
    answer_within=Span(hours=48),
    visit_within=Span(days=5),
    close_within=Span(days=60),
    offers=("HP-02", "HP-09", "HP-34"),
    shows=(
        Show("有没有住处", "resettled_housing", "M14-01"),
        Show("有没有工作", "resettled_work", "M14-01"),
    ),
    proof="住下来了，也有活做了。",
    proof_en="Settled, with work.",
    quiet_days=90,
    every="0 3 * * mon",
    line="restricted",
)


def _back(std: Standards, days: int) -> Expr:
    on_list = told("resettling", lately("resettled_from", std.at, days))
    known = pl.when(sure(lately("released_on", std.at, days))).then(True).otherwise(on_list)
    homeless = col.resettled_housing == False  # noqa: E712
    settled = sure(col.resettled_housing) & sure(col.resettled_work)
    return here() & known & (col.low_income | sure(homeless)) & ~settled


def when(std: Standards) -> Expr:
    return _back(std, 30)


def still(std: Standards) -> Expr:
    return _back(std, 90)


def proven(std: Standards) -> Expr:
    return col.resettled_housing & (col.resettled_work | sure(col.insured_60d))


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "hukou_local": True,
    "resettling": True,
    "resettled_from": date(2022, 6, 15),
    "resettled_housing": False,
    "resettled_work": False,
    "low_income": False,
}
EXAMPLES = [
    hit("三十天前回来，没有住处", **ROW),
    hit("有住处，可是低收入", **ROW | {"resettled_housing": True, "low_income": True}),
    hit(
        "名单断供，有释放记录",
        **ROW | {"resettling": None, "resettled_from": None, "released_on": date(2022, 7, 1)},
    ),
    miss("三十一天前", **ROW | {"resettled_from": date(2022, 6, 14)}),
    miss("不在名单里", **ROW | {"resettling": False, "resettled_from": None}),
    miss("有住处，也不困难", **ROW | {"resettled_housing": True}),
    miss(
        "住处和工作都有了",
        **ROW | {"resettled_housing": True, "resettled_work": True, "low_income": True},
    ),
    miss("户口在外地", **ROW | {"hukou_local": False}),
    unknown("名单断供", **ROW | {"resettling": None, "resettled_from": None}),
    unknown("收入说不准", **ROW | {"resettled_housing": True, "low_income": None}),
]
KEEPS = [hit("两个月了还没着落", **ROW | {"resettled_from": date(2022, 5, 15)})]
PROOFS = [
    hit("有住处有工作", resettled_housing=True, resettled_work=True),
    hit("有住处，参保了", resettled_housing=True, resettled_work=False, insured_60d=True),
    miss("没有住处", resettled_housing=False, resettled_work=True),
]
