"""国家助学贷款：逾期几个月。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(absent={"student_loan_overdue": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"student_loan_overdue": col.overdue_months.fill_null(0).max()}


EXAMPLES = (
    given("逾期", {"overdue_months": 2}, student_loan_overdue=2),
    given("没有贷款", student_loan_overdue=0),
    stale("断供", {"overdue_months": 2}, student_loan_overdue=None),
)
