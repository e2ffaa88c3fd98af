"""严重精神障碍随访失联或断药。

Why           A month without a visit is when medicine is dropped and things turn.
Who acts      The mental-health doctors of 卫健 and the town's named person. Restricted: to everybody
              else there is no such finding; messages say "needs a follow-up visit", nothing more.
False alarms  In hospital, moved away, or no longer managed: left out. A visit entered late withdraws it.
Colour        Red from risk grade 3, else yellow.
"""

from datetime import date, timedelta

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, YELLOW

LABEL = Label(
    id="MON-48",
    title="严重精神障碍随访失联或断药",
    title_en="Follow-up lost",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="law",
)
WATCH = Watch(
    grain="person",
    reads=("P01-01", "P01-03", "P01-04", "P01-06", "P02-04", "P04-02", "P05-05"),
    why="这家有人需要随访。",
    why_en="Somebody here needs a follow-up visit.",
    ask="约个时间去看看。不在外面说，不追问细节。",
    ask_en="Arrange a visit. Do not speak of it outside, do not press for details.",
    need="1 位乡亲需要随访，请尽快约上",
    need_en="1 neighbour needs a follow-up visit: please arrange it soon",
    whistle=("M04", TOWN),
    answer_within=Span(hours=4),
    visit_within=Span(hours=24),
    close_within=Span(days=14),
    offers=("HP-32",),
    shows=(Show("上次随访", "mental_followed_on", "P05-05"),),
    proof="随访到了。",
    proof_en="The visit took place.",
    quiet_days=14,
    line="restricted",
)


def when(std: Standards) -> Expr:
    long_ago = col.mental_followed_on.is_null() | (
        col.mental_followed_on < std.at - timedelta(days=30)
    )
    dropped = sure(col.mental_medication.is_in(["间断", "不服药"]))
    here_ = ~sure(col.dead) & ~sure(col.in_hospital)
    return col.mental_disorder & col.low_income & (long_ago | dropped) & here_


def proven(std: Standards) -> Expr:
    seen = col.mental_followed_on >= std.at - timedelta(days=30)
    return seen & (col.mental_medication == "规律")


def colour(std: Standards) -> Expr:
    return pl.when(sure(col.mental_risk >= 3)).then(lit(RED)).otherwise(lit(YELLOW))


AT = date(2022, 7, 15)
ROW = {
    "mental_disorder": True,
    "low_income": True,
    "mental_followed_on": date(2022, 6, 14),
    "mental_medication": "规律",
}
EXAMPLES = [
    hit("三十一天没随访", **ROW),
    hit(
        "刚随访过，可是间断服药",
        **ROW | {"mental_followed_on": date(2022, 7, 10), "mental_medication": "间断"},
    ),
    hit("从来没随访过", **ROW | {"mental_followed_on": None}),
    miss("正好三十天", **ROW | {"mental_followed_on": date(2022, 6, 15)}),
    miss("住着院", **ROW | {"in_hospital": True}),
    miss("不是低收入", **ROW | {"low_income": False}),
    miss("不在管，或已迁出", **ROW | {"mental_disorder": False}),
    miss("过世了", **ROW | {"dead": True}),
    unknown("名册断供", **ROW | {"mental_disorder": None, "mental_followed_on": None}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
PROOFS = [
    hit("随访到了", mental_followed_on=date(2022, 7, 14), mental_medication="规律"),
    miss("随访到了，还断着药", mental_followed_on=date(2022, 7, 14), mental_medication="不服药"),
]
