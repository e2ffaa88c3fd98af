"""机动车登记信息：要算财产的车有几辆，最近哪天登记。

Vehicles a family may keep are left out: scooters of the disabled, motorcycles, farm tricycles.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract()


def columns(std: Standards) -> dict[str, Expr]:
    kept = sure(col.disabled_scooter) | sure(
        col.vehicle_kind.is_in(list(std["prop_vehicle_exempt"]))
    )
    counts = (col.status == "正常") & ~kept
    return {
        "vehicles": sure(counts).sum().cast(pl.Int64),
        "vehicle_on": when(counts).then("register_date").max(),
    }


CAR = {"status": "正常", "vehicle_kind": "小型轿车", "register_date": date(2022, 6, 1)}
EXAMPLES = (
    given("一辆轿车", CAR, vehicles=1, vehicle_on=date(2022, 6, 1)),
    given("残疾人代步车不算", CAR | {"disabled_scooter": True}, vehicles=0, vehicle_on=None),
    given("普通摩托不算", CAR | {"vehicle_kind": "普通摩托车"}, vehicles=0),
    given("已注销", CAR | {"status": "注销"}, vehicles=0),
    given("没有记录不等于没有车", vehicles=None),
    stale("断供", CAR, vehicles=None),
)
