"""自然灾害受灾：半年内房屋损坏（2 倒塌或严重，1 一般）、受灾（同上，房没坏是 1），哪天。"""

from datetime import date

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import last, since

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"house_damage": 0, "disaster": 0},
    lasting=("house_damage", "house_damage_on", "disaster", "disaster_on"),
)

GRADE = {"倒塌": 2, "严重损坏": 2, "一般损坏": 1, "无": 0}


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(col.happened_at, std.at, std.integer("shock_window_days"))
    state = col.house_state.replace_strict(GRADE, default=0, return_dtype=pl.Int64)
    house = when(recent).then(state.fill_null(0)).otherwise(0)
    hit = when(recent).then(pl.max_horizontal(house, lit(1))).otherwise(0)
    return {
        "house_damage": house.max(),
        "house_damage_on": when(house > 0)
        .then("happened_at")
        .sort_by(house, "happened_at", "record_id")
        .last(),
        "disaster": hit.max(),
        "disaster_on": when(hit > 0)
        .then("happened_at")
        .sort_by(hit, "happened_at", "record_id")
        .last(),
        "disaster_needs": last("need", "happened_at"),
    }


STORM = {"happened_at": date(2022, 7, 1), "house_state": "倒塌", "disaster": "台风"}
EXAMPLES = (
    given("房倒了", STORM, house_damage=2, house_damage_on=date(2022, 7, 1), disaster=2),
    given("一般损坏", STORM | {"house_state": "一般损坏"}, house_damage=1, disaster=1),
    given(
        "房没事，受了灾",
        STORM | {"house_state": "无"},
        house_damage=0,
        disaster=1,
        house_damage_on=None,
    ),
    given("半年以前", STORM | {"happened_at": date(2022, 1, 15)}, house_damage=0, disaster=0),
    given("没受灾", house_damage=0, disaster=0),
    stale("断供，房子还是倒了", STORM, house_damage=2),
    stale("断供，不知道", house_damage=None, disaster=None),
)
