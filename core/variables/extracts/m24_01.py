"""居民用电量：上月多少度（整度），欠费多少。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(per="household", take="latest", by="month")


def columns(std: Standards) -> dict[str, Expr]:
    recent = col.month >= month_before(std.at, 2)
    return {
        "kwh": when(recent).then(col.kwh // 1000),
        "power_arrears": when(recent).then(col.arrears.fill_null(0)),
        "kwh_month_of": col.month,
    }


USED = {"month": date(2022, 6, 1), "kwh": 90_999, "arrears": 0}
EXAMPLES = (
    given("上月的", USED, kwh=90, power_arrears=0),
    given("五月的也行", USED | {"month": date(2022, 5, 1)}, kwh=90),
    given("四月的太旧", USED | {"month": date(2022, 4, 1)}, kwh=None),
    given("没有读数", kwh=None, power_arrears=None),
    stale("断供", USED, kwh=None),
)
