"""道路交通事故伤亡。

Why           The fund for such families exists, and hardly any of them knows of it.
Who acts      公安, the fund at 财政, 民政 and the town.
Counts        Killed or badly hurt, also somebody who is no longer in the home; low-income families.
              An accident of years ago is a disability today, no emergency (9.3, second line).
False alarms  A family without anybody registered here is MON-52's. Full insurance, liability still open:
              asked.
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
from scheduler.monitors.words import RED, any_told, lately, none_of, told

LABEL = Label(
    id="MON-27",
    title="道路交通事故伤亡",
    title_en="Dead or badly hurt on the road",
    since=date(2022, 5, 18),
    source="道路交通事故社会救助基金困难补助（种子 S3:99-101；领域档案 R-26）",
    tag="seed",
)
WATCH = Watch(
    grain="household",
    reads=("P01-01", "P01-03", "P01-04", "P01-06", "P02-01", "P02-06", "M09-03"),
    why="这家有人在路上出了事，伤得不轻。",
    why_en="Somebody of this family had a bad accident on the road.",
    ask="问问：家里谁顶着？垫了多少钱？赔付谈到哪一步？",
    ask_en="Ask: who holds things together? How much was paid out? Where does the claim stand?",
    need="1 户人家路上出了事，请看看能先帮什么",
    need_en="Somebody of 1 family had a bad accident: please see what can help now",
    whistle=("M07", "M09", "M01", TOWN),
    answer_within=Span(hours=4),
    visit_within=Span(days=3),
    close_within=Span(days=60),
    offers=("HP-08", "HP-09", "HP-18"),
    shows=(Show("哪天出的事", "road_injury_newest_on", "P02-06"),),
    proof="补助或者赔付到了。",
    proof_en="The fund or the insurance has paid.",
    quiet_days=180,
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "road_injury_worst": most(col.road_injury, everyone=True),
        "road_injury_newest_on": most(
            pl.when(col.road_injury >= 2).then("road_injury_on"), everyone=True
        ),
        "n_registered": count(col.hukou_local, everyone=True),
    }


def _hurt(std: Standards, days: int) -> Expr:
    hurt = any_told("road_injury_worst", lately("road_injury_newest_on", std.at, days))
    strangers = sure(none_of("n_registered"))
    return col.low_income & hurt & ~strangers & ~_paid()


def _paid() -> Expr:
    return sure(col.road_fund_on >= col.road_injury_newest_on)


def when(std: Standards) -> Expr:
    return _hurt(std, 60)


def still(std: Standards) -> Expr:
    return _hurt(std, std.integer("shock_window_days"))


def proven(std: Standards) -> Expr:
    return told("road_fund_12m", _paid())


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "low_income": True,
    "road_injury_worst": 2,
    "road_injury_worst_unknown": 0,
    "road_injury_newest_on": date(2022, 7, 1),
    "n_registered": 2,
    "n_registered_unknown": 0,
}
EXAMPLES = [
    hit("两周前", **ROW),
    hit("六十天前", **ROW | {"road_injury_newest_on": date(2022, 5, 16)}),
    hit("另一个人说不准", **ROW | {"road_injury_worst_unknown": 1}),
    miss("六十一天前", **ROW | {"road_injury_newest_on": date(2022, 5, 15)}),
    miss("三年前的", **ROW | {"road_injury_worst": 0, "road_injury_newest_on": None}),
    miss("不是低收入", **ROW | {"low_income": False}),
    miss("一家都不是本市户籍", **ROW | {"n_registered": 0}),
    miss("基金已经拨了", **ROW | {"road_fund_on": date(2022, 7, 10)}),
    unknown("交警断供", **ROW | {"road_injury_newest_on": None, "road_injury_worst_unknown": 2}),
    unknown("收入说不准", **ROW | {"low_income": None}),
]
KEEPS = [hit("四个月了", **ROW | {"road_injury_newest_on": date(2022, 3, 15)})]
PROOFS = [
    hit(
        "拨了",
        road_fund_12m=1,
        road_fund_on=date(2022, 7, 10),
        road_injury_newest_on=date(2022, 7, 1),
    ),
    miss("没拨", road_fund_12m=0, road_fund_on=None, road_injury_newest_on=date(2022, 7, 1)),
]
