"""生产安全事故伤亡：半年内伤得多重（2 死亡或重伤，1 其他），哪天。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since, some, sure

EXTRACT = Extract(absent={"plant_injury": 0}, lasting=("plant_injury", "plant_injury_on"))


def columns(std: Standards) -> dict[str, Expr]:
    on = day("happened_at")
    recent = since(on, std.at, std.integer("shock_window_days"))
    heavy = sure(col.injury.is_in(["死亡", "重伤"])).cast(pl.Int64)
    grade = when(recent).then(1 + heavy).otherwise(0)
    return {
        "plant_injury": grade.max(),
        "plant_injury_on": when(grade > 0).then(on).sort_by(grade, on, "record_id").last(),
        "plant_compensated": some(col.compensated),
    }


HURT = {"happened_at": moment(2022, 7, 1), "injury": "轻伤"}
EXAMPLES = (
    given("轻伤", HURT, plant_injury=1, plant_injury_on=date(2022, 7, 1)),
    given("重伤", HURT | {"injury": "重伤"}, plant_injury=2),
    given("去年", HURT | {"happened_at": moment(2021, 7, 1)}, plant_injury=0),
    given("没有", plant_injury=0),
    stale("断供", HURT | {"injury": "死亡"}, plant_injury=2),
)
