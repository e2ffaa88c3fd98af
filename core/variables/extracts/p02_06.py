"""道路交通事故伤亡：半年内伤得多重（2 死亡或重伤，1 轻伤，0 没有），哪天出的事。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since

EXTRACT = Extract(absent={"road_injury": 0}, lasting=("road_injury", "road_injury_on"))

GRADE = {"死亡": 2, "重伤": 2, "轻伤": 1, "未受伤": 0}


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(day("happened_at"), std.at, std.integer("shock_window_days"))
    grade = when(recent).then(col.injury.replace_strict(GRADE, default=None, return_dtype=pl.Int64))
    worst = grade.otherwise(0)
    hurt = when(worst > 0).then(day("happened_at"))
    return {
        "road_injury": worst.max(),
        "road_injury_on": hurt.sort_by(worst, day("happened_at"), "record_id").last(),
        "road_accident_on": day("happened_at").max(),
    }


CRASH = {"happened_at": moment(2022, 7, 1, 9), "injury": "重伤"}
EXAMPLES = (
    given("重伤", CRASH, road_injury=2, road_injury_on=date(2022, 7, 1)),
    given("轻伤", CRASH | {"injury": "轻伤"}, road_injury=1),
    given("人没事", CRASH | {"injury": "未受伤"}, road_injury=0, road_injury_on=None),
    given("满180天还算", CRASH | {"happened_at": moment(2022, 1, 16)}, road_injury=2),
    given("三年前的车祸", CRASH | {"happened_at": moment(2019, 6, 1)}, road_injury=0),
    given(
        "重伤在前，轻伤在后",
        CRASH,
        {"happened_at": moment(2022, 7, 9), "injury": "轻伤"},
        road_injury=2,
        road_injury_on=date(2022, 7, 1),
    ),
    given("没有记录", road_injury=0),
    stale("断供，出过的事还在", CRASH, road_injury=2, road_injury_on=date(2022, 7, 1)),
    stale("断供，不知道", road_injury=None),
)
