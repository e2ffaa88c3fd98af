"""火灾接警出动：半年内起过火没有（2 有伤亡，1 没有），哪天，损失多少。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import amount_if, day, since

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"fire": 0},
    lasting=("fire", "fire_on", "fire_loss"),
)


def columns(std: Standards) -> dict[str, Expr]:
    on = day("alarm_at")
    recent = since(on, std.at, std.integer("shock_window_days"))
    hurt = (col.injured.fill_null(0) + col.dead.fill_null(0)) > 0
    grade = when(recent).then(1 + hurt.cast(pl.Int64)).otherwise(0)
    return {
        "fire": grade.max(),
        "fire_on": when(grade > 0).then(on).sort_by(grade, on, "record_id").last(),
        "fire_loss": amount_if(recent, "loss"),
    }


FIRE = {"alarm_at": moment(2022, 7, 1, 3), "loss": 100, "injured": 0, "dead": 0}
EXAMPLES = (
    given("没伤到人", FIRE, fire=1, fire_on=date(2022, 7, 1), fire_loss=100),
    given("有人受伤", FIRE | {"injured": 1}, fire=2),
    given("满180天", FIRE | {"alarm_at": moment(2022, 1, 16)}, fire=1),
    given("181天前", FIRE | {"alarm_at": moment(2022, 1, 15)}, fire=0, fire_on=None),
    given("没起过火", fire=0),
    stale("断供，火还是起过", FIRE, fire=1),
    stale("断供，不知道", fire=None),
)
