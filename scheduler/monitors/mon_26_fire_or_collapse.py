"""火灾、房屋损毁、电器火灾。

Why           Somebody has nowhere to sleep tonight.
Who acts      消防, 民政 and the town within half an hour, 住建 for the house.
Counts        A fire crew that went out, or a house collapsed or badly damaged. A smoke alarm alone is
              MON-40's.
False alarms  The neighbour's fire, a drill: asked on the phone. A corrected record withdraws it.
Stays         As long as the shock lasts (half a year).
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit

from core.cases.brief import TOWN, Span
from core.city import Standards
from core.rule import Label, hit, miss, unknown
from scheduler.monitors.watch import Show, Watch
from scheduler.monitors.words import RED, lately, told

LABEL = Label(
    id="MON-26",
    title="火灾、房屋损毁、电器火灾",
    title_en="Fire, or a house lost",
    since=date(2022, 5, 18),
    source="急难型临时救助（浙江省社会救助条例第38–40条；领域档案 R-11）",
    tag="law",
)
WATCH = Watch(
    grain="household",
    reads=("P01-05", "M15-01", "M16-03"),
    why="这家刚着了火，或者房子坏了。",
    why_en="There was a fire in this home, or the house was lost.",
    ask="先问：人有没有事？今晚住哪？缺什么？",
    ask_en="First: is everybody all right? Where do they sleep tonight? What is missing?",
    need="1 户人家着了火或房子坏了，请先安顿好人",
    need_en="1 home burnt or broke down: please see to the people first",
    whistle=("M16", "M01", TOWN, "M06"),
    answer_within=Span(minutes=30),
    visit_within=Span(hours=2),
    close_within=Span(days=15),
    offers=("HP-09", "HP-31", "HP-30", "HP-33"),
    shows=(
        Show("哪天着的火", "fire_on", "M16-03"),
        Show("哪天房子坏的", "house_damage_on", "M15-01"),
    ),
    proof="住的地方有了，救助也到了。",
    proof_en="They have a roof, and the aid has arrived.",
    quiet_days=30,
)


def _lost(std: Standards, days: int) -> Expr:
    fire = told("fire", (col.fire > 0) & lately("fire_on", std.at, days))
    house = told("house_damage", (col.house_damage >= 2) & lately("house_damage_on", std.at, days))
    return fire | house


def when(std: Standards) -> Expr:
    return _lost(std, 30)


def still(std: Standards) -> Expr:
    return _lost(std, std.integer("shock_window_days"))


def proven(std: Standards) -> Expr:
    event = pl.max_horizontal("fire_on", "house_damage_on")
    return told("temp_aids_12m", col.temp_aid_on >= event)


def colour(std: Standards) -> Expr:
    return lit(RED)


AT = date(2022, 7, 15)
ROW = {"fire": 1, "fire_on": date(2022, 7, 14), "house_damage": 0}
HOUSE = {"fire": 0, "house_damage": 2, "house_damage_on": date(2022, 7, 14)}
EXAMPLES = [
    hit("昨天着火", **ROW),
    hit("三十天前着火", **ROW | {"fire_on": date(2022, 6, 15)}),
    hit("房子塌了", **HOUSE),
    hit("消防断供，房子看得见", **HOUSE | {"fire": None}),
    miss("三十一天前", **ROW | {"fire_on": date(2022, 6, 14)}),
    miss("房子一般损坏", **HOUSE | {"house_damage": 1}),
    miss("都没有", fire=0, house_damage=0),
    unknown("消防断供", fire=None, house_damage=0),
    unknown("应急断供", fire=0, house_damage=None),
]
KEEPS = [hit("两个月前着的火", **ROW | {"fire_on": date(2022, 5, 15)})]
PROOFS = [
    hit("救助发了", fire_on=date(2022, 7, 14), temp_aids_12m=1, temp_aid_on=date(2022, 7, 15)),
    miss(
        "上回的救助不算", fire_on=date(2022, 7, 14), temp_aids_12m=1, temp_aid_on=date(2022, 3, 1)
    ),
]
