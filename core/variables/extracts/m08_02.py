"""残疾人托养：在不在托养。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(take="latest", absent={"day_care": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"day_care": sure(col.days_month.fill_null(1) > 0)}


EXAMPLES = (
    given("日间照料", {"mode": "日间照料", "days_month": 20}, day_care=True),
    given("这个月没来", {"mode": "日间照料", "days_month": 0}, day_care=False),
    given("没有托养", day_care=False),
    stale("断供", {"days_month": 20}, day_care=None),
)
