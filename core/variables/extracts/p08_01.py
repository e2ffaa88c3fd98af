"""不动产登记：有几套住房、多少平方米（千分之一），最近哪天登记。

Farm houses are often not registered, and other provinces are missing: none here is not none.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract()


def columns(std: Standards) -> dict[str, Expr]:
    home = (col.status == "现势") & col.usage.fill_null("住宅").str.contains("住|宅|^1")
    return {
        "homes_owned": sure(home).sum().cast(pl.Int64),
        "homes_area": when(home).then("area").sum(),
        "home_registered_on": when(col.status == "现势").then("register_date").max(),
    }


FLAT = {
    "status": "现势",
    "usage": "城镇住宅用地",
    "area": 80_000,
    "register_date": date(2022, 5, 1),
}
EXAMPLES = (
    given("一套", FLAT, homes_owned=1, homes_area=80_000, home_registered_on=date(2022, 5, 1)),
    given("已注销", FLAT | {"status": "注销"}, homes_owned=0, home_registered_on=None),
    given("商铺不是住房", FLAT | {"usage": "商业用地"}, homes_owned=0),
    given("没有记录不等于没有", homes_owned=None),
    stale("断供", FLAT, homes_owned=None),
)
