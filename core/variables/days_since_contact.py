"""多久没联系上。

Since somebody was last seen or spoken to, by patrol, grid worker, town or child supervisor. Nobody
on record is not nobody ever: the logs began one day.
"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable
from core.variables.engine.words import days_since

VARIABLE = Variable(
    title="多久没联系上",
    title_en="Days since last contact",
    kind="number",
    unit="天",
    classes=("M01-02", "M22-02"),
    fresh_days=7,
    ask="最近一次见到这家人或通上电话，是哪天？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {
        "patrol_seen_last": most(col.patrol_seen_on),
        "child_seen_last": most(col.child_seen_on),
    }


def value(std: Standards) -> Expr:
    days = ("visited_on", "home_visited_on", "patrol_seen_last", "child_seen_last")
    return days_since(pl.max_horizontal(*days), std.at)


NOBODY = [{"patrol_seen_on": None, "child_seen_on": None}]
EXAMPLES = (
    home("网格员20天前去过", 20, NOBODY, visited_on=date(2022, 6, 25)),
    home("巡防昨天见过", 1, [{"patrol_seen_on": date(2022, 7, 14)}], visited_on=date(2022, 6, 25)),
    home("儿童主任今天见过", 0, [{"child_seen_on": date(2022, 7, 15)}]),
    home("镇里上月去过", 30, NOBODY, home_visited_on=date(2022, 6, 15)),
    home("没有记录", None, NOBODY),
)
