"""自然灾害受灾。

Why           After the storm the list is long: who has a broken roof or nothing to eat comes first.
Who acts      应急, 民政 and the town within half an hour.
Counts        A house damaged in any degree, or any need the count noted.
False alarms  Two counts of one family are one finding. Helped itself already: asked.
Stays         As long as the shock lasts (half a year).
"""

from datetime import date

from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from core.variables.engine.words import sure
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, lately, told

LABEL = Label(
    id="MON-29",
    title="自然灾害受灾",
    title_en="Struck by a disaster",
    since=date(2022, 5, 18),
    source="急难型临时救助（浙江省社会救助条例第38–40条；领域档案 R-11）",
    tag="law",
)
WATCH = Watch(
    grain="household",
    reads=("P01-05", "M15-01", "M15-02"),
    why="这家遭了灾，房子坏了或者缺东西。",
    why_en="This home was struck by the storm or flood: the house is damaged, or things are missing.",
    ask="先问：人平安吗？住哪？吃的喝的够几天？",
    ask_en="First: is everybody safe? Where do they stay? Food and water for how many days?",
    need="1 户人家遭了灾，请先安顿好吃住",
    need_en="1 home was struck: please see to shelter and food first",
    whistle=("M15", "M01", TOWN),
    answer_within=Span(minutes=30),
    visit_within=Span(hours=12),
    close_within=Span(days=15),
    offers=("HP-09", "HP-31", "HP-29"),
    shows=(
        Show("哪天", "disaster_on", "M15-01"),
        Show("转移到安置点", "sheltered", "M15-02"),
    ),
    proof="回家了，或者补助到了。",
    proof_en="They are home again, or the aid has arrived.",
    quiet_days=30,
    every="0 * * * *",
)


def _struck(std: Standards, days: int) -> Expr:
    in_need = (col.house_damage > 0) | (col.disaster_needs.list.len() > 0)
    return told("disaster", in_need & lately("disaster_on", std.at, days))


def when(std: Standards) -> Expr:
    return _struck(std, 30)


def still(std: Standards) -> Expr:
    return _struck(std, std.integer("shock_window_days"))


def proven(std: Standards) -> Expr:
    home_again = col.sheltered & ~col.still_sheltered
    return told("temp_aids_12m", col.temp_aid_on >= col.disaster_on) | sure(home_again)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {
    "disaster": 1,
    "disaster_on": date(2022, 7, 14),
    "house_damage": 0,
    "disaster_needs": ["口粮"],
}
EXAMPLES = [
    hit("缺口粮", **ROW),
    hit("房子坏了", **ROW | {"house_damage": 1, "disaster_needs": None}),
    hit("三十天前", **ROW | {"disaster_on": date(2022, 6, 15)}),
    miss("三十一天前", **ROW | {"disaster_on": date(2022, 6, 14)}),
    miss("受了灾，什么都不缺", **ROW | {"disaster_needs": []}),
    miss("没受灾", disaster=0, house_damage=0, disaster_needs=None, disaster_on=None),
    unknown("应急断供", disaster=None, house_damage=None, disaster_needs=None),
]
KEEPS = [hit("两个月了", **ROW | {"disaster_on": date(2022, 5, 15)})]
PROOFS = [
    hit("救助发了", disaster_on=date(2022, 7, 14), temp_aids_12m=1, temp_aid_on=date(2022, 7, 15)),
    hit(
        "返家了",
        disaster_on=date(2022, 7, 14),
        temp_aids_12m=0,
        sheltered=True,
        still_sheltered=False,
    ),
    miss(
        "还在安置点",
        disaster_on=date(2022, 7, 14),
        temp_aids_12m=0,
        sheltered=True,
        still_sheltered=True,
    ),
]
