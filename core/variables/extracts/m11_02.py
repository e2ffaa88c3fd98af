"""被征地农民名册：每月待遇多少。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"land_lost_monthly": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"land_lost_monthly": col.monthly.fill_null(0)}


EXAMPLES = (
    given("有待遇", {"monthly": 500_00}, land_lost_monthly=500_00),
    given("不在册", land_lost_monthly=0),
    stale("断供", {"monthly": 500_00}, land_lost_monthly=None),
)
