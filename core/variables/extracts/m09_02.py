"""财政供养人员名册：在不在名册。"""

from polars import Expr, lit

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(absent={"public_payroll": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"public_payroll": lit(True).any()}


EXAMPLES = (
    given("在册", {"pay": 1}, public_payroll=True),
    given("不在册", public_payroll=False),
    stale("断供", {"pay": 1}, public_payroll=None),
)
