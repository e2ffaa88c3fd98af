"""居民用水量：上月用没用水、是不是欠费停水，欠多少，到现在连着几个月有欠费。

A month without debt says that everything before it is paid.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import last, month_before

EXTRACT = Extract(per="household")


def where(std: Standards) -> Expr:
    return col.month.is_between(month_before(std.at, 6), std.at)


def columns(std: Standards) -> dict[str, Expr]:
    owed = col.arrears.fill_null(0)
    recent = col.month.max() >= month_before(std.at, 2)
    used = last("volume", "month")
    newest = owed.sort_by("month", "record_id").last()
    paid_in = when(owed <= 0).then("month").max()
    since = paid_in.is_null() | (col.month > paid_in)
    return {
        "water_cut": when(recent).then((used == 0) & (newest > 0)),
        "water_arrears": when(recent).then(newest),
        "water_arrears_months": ((owed > 0) & since).sum().cast(pl.Int64),
    }


USED = {"month": date(2022, 6, 1), "volume": 8_000, "arrears": 0}
EXAMPLES = (
    given("正常", USED, water_cut=False, water_arrears=0, water_arrears_months=0),
    given("不用水也不欠", USED | {"volume": 0}, water_cut=False),
    given("欠费停水", USED | {"volume": 0, "arrears": 60_00}, water_cut=True, water_arrears=60_00),
    given("欠着还在用", USED | {"arrears": 60_00}, water_cut=False, water_arrears_months=1),
    given(
        "欠了又缴清",
        USED | {"month": date(2022, 4, 1), "arrears": 60_00},
        USED | {"month": date(2022, 5, 1)},
        water_arrears_months=0,
    ),
    given(
        "缴清以后又欠了一个月",
        USED | {"month": date(2022, 4, 1), "arrears": 60_00},
        USED | {"month": date(2022, 5, 1)},
        USED | {"arrears": 30_00},
        water_arrears_months=1,
    ),
    given("四月的太旧", USED | {"month": date(2022, 4, 1)}, water_cut=None),
    given("没有读数", water_cut=None, water_arrears=None),
    stale("断供", USED, water_cut=None),
)
