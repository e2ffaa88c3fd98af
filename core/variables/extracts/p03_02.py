"""企业职工养老保险待遇：每月领多少，状态，最后发到哪个月。

Pensions from Shanghai and other provinces are not in it: without a record nobody knows.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(take="latest", by="pay_month")


def columns(std: Standards) -> dict[str, Expr]:
    running = (col.status == "在发") & (col.pay_month >= month_before(std.at, 3))
    return {
        "employee_pension": when(running).then("total").when(~running).then(0),
        "employee_pension_state": col.status,
        "employee_pension_month": col.pay_month,
    }


PENSION = {"status": "在发", "pay_month": date(2022, 6, 1), "total": 2_800_00}
EXAMPLES = (
    given("在发", PENSION, employee_pension=2_800_00),
    given("终止", PENSION | {"status": "终止"}, employee_pension=0),
    given("没有记录不等于没有", employee_pension=None),
    stale("断供", PENSION, employee_pension=None),
)
