"""村集体经济分红：最近一年度折成每月多少。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if

EXTRACT = Extract(absent={"village_dividend": 0})


def columns(std: Standards) -> dict[str, Expr]:
    this, last_year = (amount_if(col.year == std.at.year - n, "amount") for n in (0, 1))
    return {"village_dividend": when(this > 0).then(this).otherwise(last_year) // 12}


EXAMPLES = (
    given("去年的分红", {"year": 2021, "amount": 1_200}, village_dividend=100),
    given("前年的不算", {"year": 2020, "amount": 1_200}, village_dividend=0),
    given(
        "不重复算两年",
        {"year": 2021, "amount": 1_200},
        {"year": 2022, "amount": 2_400},
        village_dividend=200,
    ),
    given("没有分红", village_dividend=0),
    stale("断供", {"year": 2021, "amount": 1_200}, village_dividend=None),
)
