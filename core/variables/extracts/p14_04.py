"""农村集体资产股权：上年分红折成每月多少。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(absent={"share_dividend": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"share_dividend": col.dividend_last.fill_null(0).sum() // 12}


EXAMPLES = (
    given("有分红", {"dividend_last": 1_200}, share_dividend=100),
    given("没有股份", share_dividend=0),
    stale("断供", {"dividend_last": 1_200}, share_dividend=None),
)
