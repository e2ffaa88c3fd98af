"""金平湖维康基金救助：近12月多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(absent={"weikang_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"weikang_12m": amount_if(year_back(col.granted_at, std.at), "amount")}


EXAMPLES = (
    given("救助过", {"granted_at": date(2022, 6, 1), "amount": 300}, weikang_12m=300),
    given("没有", weikang_12m=0),
    stale("断供", {"granted_at": date(2022, 6, 1), "amount": 300}, weikang_12m=None),
)
