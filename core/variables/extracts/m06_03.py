"""管道燃气：最近一个月欠费多少，有没有泄漏告警。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(per="household", take="latest", by="month")


def columns(std: Standards) -> dict[str, Expr]:
    recent = col.month >= month_before(std.at, 2)
    return {
        "gas_arrears": when(recent).then("arrears"),
        "gas_alarm": when(recent).then("alarm"),
    }


USED = {"month": date(2022, 6, 1), "arrears": 30_00, "alarm": False}
EXAMPLES = (
    given("欠费", USED, gas_arrears=30_00, gas_alarm=False),
    given("四月的早过时了", USED | {"month": date(2022, 4, 1)}, gas_arrears=None),
    given("没有读数", gas_arrears=None),
    stale("断供", USED, gas_arrears=None),
)
