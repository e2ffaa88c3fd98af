"""工伤或安全生产事故。

Why           Who is hurt at work loses the wage first and gets the benefit much later.
Who acts      人社 decides on the injury, the union (M17) helps with the papers, the town bridges.
Counts        Everybody of the family, also somebody who died of it and is no longer in the home.
False alarms  Not recognised as a work injury, or compensated already: left out. Settled in private, or
              not decided yet: asked on the visit.
Stays         Half a year.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.tally import Tally, count, most
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import YELLOW, any_told, lately

LABEL = Label(
    id="MON-28",
    title="工伤或安全生产事故",
    title_en="Injury at work",
    since=date(2022, 5, 18),
    source="领域档案 6.2",
    tag="assumed",
)
WATCH = Watch(
    grain="household",
    reads=("P01-01", "P01-03", "P01-04", "P01-06", "P03-07", "M15-03"),
    why="这家有人做工时出了事。",
    why_en="Somebody in this family was hurt at work.",
    ask="问问：申报了没有？现在靠什么过？要不要人帮着讲？",
    ask_en="Ask: reported? What do they live on now? Should somebody speak for them?",
    need="1 户人家做工时出了事，请把该有的办下来",
    need_en="In 1 family somebody was hurt at work: please see to what is due",
    whistle=("M02", "M17", TOWN),
    answer_within=Span(hours=24),
    visit_within=Span(days=5),
    close_within=Span(days=60),
    offers=("HP-34", "HP-09", "HP-02"),
    shows=(Show("哪天出的事", "injury_newest_on", "P03-07"),),
    proof="该有的待遇发下来了。",
    proof_en="What is due is being paid.",
    quiet_days=180,
)


def members(std: Standards) -> dict[str, Tally]:
    worst = pl.max_horizontal("plant_injury", "work_injury")
    both = col.plant_injury.is_not_null() & col.work_injury.is_not_null()
    at_plant = pl.when(col.plant_injury > 0).then("plant_injury_on")
    at_work = pl.when(col.work_injury > 0).then("work_injury_on")
    settled = sure(col.plant_compensated) | sure(col.injury_allowance > 0)
    return {
        "injury_worst": most(pl.when((worst > 0) | both).then(worst), everyone=True),
        "injury_newest_on": most(pl.max_horizontal(at_plant, at_work), everyone=True),
        "n_injury_settled": count(settled, everyone=True),
    }


def _hurt(std: Standards, days: int) -> Expr:
    hurt = any_told("injury_worst", lately("injury_newest_on", std.at, days))
    return col.low_income & hurt & ~sure(col.n_injury_settled > 0)


def when(std: Standards) -> Expr:
    return _hurt(std, 60)


def still(std: Standards) -> Expr:
    return _hurt(std, 180)


def proven(std: Standards) -> Expr:
    return col.n_injury_settled > 0


def colour(std: Standards) -> Expr:
    return lit(YELLOW)


AT = date(2022, 7, 15)
ROW = {
    "low_income": True,
    "injury_worst": 1,
    "injury_worst_unknown": 0,
    "injury_newest_on": date(2022, 7, 1),
    "n_injury_settled": 0,
}
EXAMPLES = [
    hit("两周前", **ROW),
    hit("六十天前", **ROW | {"injury_newest_on": date(2022, 5, 16)}),
    hit("另一个人说不准", **ROW | {"injury_worst_unknown": 1}),
    miss("六十一天前", **ROW | {"injury_newest_on": date(2022, 5, 15)}),
    miss("没有", **ROW | {"injury_worst": 0, "injury_newest_on": None}),
    miss("赔过了，或津贴在发", **ROW | {"n_injury_settled": 1}),
    miss("不是低收入", **ROW | {"low_income": False}),
    unknown("工伤断供", **ROW | {"injury_newest_on": None, "injury_worst_unknown": 2}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
KEEPS = [hit("四个月了还没着落", **ROW | {"injury_newest_on": date(2022, 3, 15)})]
PROOFS = [hit("津贴发了", n_injury_settled=1), miss("还没有", n_injury_settled=0)]
