"""补充商业医疗保险：近12月赔了多少。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(absent={"commercial_paid_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    recent = year_back(col.data_date, std.at)
    return {"commercial_paid_12m": when(recent).then(col.claim.fill_null(0)).sum()}


EXAMPLES = (
    given("赔过", {"claim": 700}, commercial_paid_12m=700),
    given("一年前", {"claim": 700, "data_date": date(2021, 7, 15)}, commercial_paid_12m=0),
    given("没投保", commercial_paid_12m=0),
    stale("断供", {"claim": 700}, commercial_paid_12m=None),
)
