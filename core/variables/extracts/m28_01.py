"""灵活就业和零散用工缴费：近60天缴没缴。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import in_months, some

EXTRACT = Extract(absent={"flexible_paid_60d": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "flexible_paid_60d": some(in_months(col.month, std.at, 60)),
        "flexible_last_month": col.month.max(),
    }


EXAMPLES = (
    given("五月缴过", {"month": date(2022, 5, 1)}, flexible_paid_60d=True),
    given("四月以后没缴", {"month": date(2022, 4, 1)}, flexible_paid_60d=False),
    given("没缴过", flexible_paid_60d=False),
    stale("断供", {"month": date(2022, 5, 1)}, flexible_paid_60d=None),
)
