"""低保户新生儿或人口增加。

Why           One more at the table is one more share, but only from the month somebody tells the town.
Who acts      The town adds the share, the village helps with the register, 卫健 with the baby.
Counts        A birth of the last sixty days, or a baby registered in the home and not on its list.
Misses        Somebody who moves in: the register tells who left, not who came.
False alarms  A baby on the list already: left out. Registered with the mother elsewhere, or soon to
              be: asked.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, VILLAGE, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import GREEN, at_least, lately

LABEL = Label(
    id="MON-42",
    title="低保户新生儿或人口增加",
    title_en="A listed family has grown",
    since=date(2022, 5, 18),
    source="领域档案 6.2（R-01、R-05）",
    tag="assumed",
)
WATCH = Watch(
    grain="household",
    reads=("P01-01", "P01-02", "P01-03", "P01-04", "P02-01", "P02-04", "P05-03", "M01-11"),
    why="这家添了人口。",
    why_en="There is a new member in this family.",
    ask="问问：孩子跟谁住？要不要加进来一起算？",
    ask_en="Ask: with whom does the child live? Should it be counted in?",
    need="1 户人家添了人口，请看看补助要不要加",
    need_en="1 family has grown: please see whether the benefit should grow too",
    whistle=(TOWN, VILLAGE, "M04"),
    answer_within=Span(days=10),
    visit_within=Span(days=20),
    close_within=Span(days=30),
    offers=("HP-25", "HP-07"),
    shows=(Show("哪天", "birth_on", "P05-03"),),
    proof="人加进来了，补助也加了。",
    proof_en="Counted in, and the benefit has grown.",
    quiet_days=180,
)


def members(std: Standards) -> dict[str, Tally]:
    baby = (col.age < 1) & ~sure(col.dead)
    return {
        "n_baby_unlisted": count(baby & ~col.listed, everyone=True),
        "n_baby_listed": count(baby & col.listed, everyone=True),
    }


def when(std: Standards) -> Expr:
    born = sure(lately("birth_on", std.at, 60)) & ~sure(col.n_baby_listed > 0)
    new = pl.when(born).then(True).otherwise(at_least("n_baby_unlisted", 1))
    return col.status.is_in(["dibao", "danrenbao"]) & new


def still(std: Standards) -> Expr:
    unlisted = ~sure(col.n_baby_listed > 0)
    return col.status.is_in(["dibao", "danrenbao"]) & col.birth_on.is_not_null() & unlisted


def proven(std: Standards) -> Expr:
    return at_least("n_baby_listed", 1)


def colour(std: Standards) -> Expr:
    return lit(GREEN)


AT = date(2022, 7, 15)
ROW = {
    "status": "dibao",
    "birth_on": date(2022, 7, 1),
    "n_baby_unlisted": 0,
    "n_baby_unlisted_unknown": 0,
    "n_baby_listed": 0,
}
EXAMPLES = [
    hit("刚出生", **ROW),
    hit("六十天前出生", **ROW | {"birth_on": date(2022, 5, 16)}),
    hit("户口上了，名单里没有", **ROW | {"birth_on": None, "n_baby_unlisted": 1}),
    miss("六十一天前出生", **ROW | {"birth_on": date(2022, 5, 15)}),
    miss("已经加进名单", **ROW | {"n_baby_listed": 1}),
    miss("没有添人", **ROW | {"birth_on": None}),
    miss("不是低保户", **ROW | {"status": "edge"}),
    unknown("户籍断供", **ROW | {"birth_on": None, "n_baby_unlisted_unknown": 3}),
    unknown("身份说不准", **ROW | {"status": None}),
]
KEEPS = [
    hit("三个月了还没加", **ROW | {"birth_on": date(2022, 4, 1)}),
    miss("加进来了", **ROW | {"n_baby_listed": 1}),
]
PROOFS = [
    hit("加进来了", n_baby_listed=1, n_baby_listed_unknown=0),
    miss("还没有", n_baby_listed=0, n_baby_listed_unknown=0),
]
