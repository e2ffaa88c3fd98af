"""高额医疗费用预警名单：近12月个人负担多少，哪一级。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(take="latest", by="pushed_at", absent={"high_medical_cost": 0})


def columns(std: Standards) -> dict[str, Expr]:
    current = year_back(col.pushed_at, std.at)
    return {
        "high_medical_cost": when(current).then("oop_12m").otherwise(0),
        "high_medical_level": when(current).then("level"),
        "high_medical_on": col.pushed_at,
    }


WARNED = {"oop_12m": 35_000_00, "level": "一般", "pushed_at": date(2022, 7, 8)}
EXAMPLES = (
    given("在名单上", WARNED, high_medical_cost=35_000_00, high_medical_level="一般"),
    given("去年的名单", WARNED | {"pushed_at": date(2021, 7, 1)}, high_medical_cost=0),
    given("不在名单上", high_medical_cost=0),
    stale("断供", WARNED, high_medical_cost=None),
)
