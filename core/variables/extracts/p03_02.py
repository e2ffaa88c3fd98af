"""企业职工养老保险待遇：每月领多少，状态，最后发到哪个月。

Pensions from Shanghai and other provinces are not in it: without a record nobody knows.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import last, month_before

EXTRACT = Extract()


def columns(std: Standards) -> dict[str, Expr]:
    paid = col.status == "在发"
    running = paid & (col.pay_month >= month_before(std.at, 3))
    amount = when(running).then("total").when(~running).then(0)
    return {
        "employee_pension": amount.sort_by("pay_month", "record_id").last(),
        "employee_pension_state": last("status", "pay_month"),
        "employee_pension_month": when(paid).then("pay_month").max(),
    }


PENSION = {"status": "在发", "pay_month": date(2022, 6, 1), "total": 2_800_00}
EXAMPLES = (
    given("在发", PENSION, employee_pension=2_800_00),
    given("终止", PENSION | {"status": "终止"}, employee_pension=0, employee_pension_month=None),
    given(
        "七月终止，最后发的是六月",
        PENSION,
        PENSION | {"status": "终止", "pay_month": date(2022, 7, 1)},
        employee_pension=0,
        employee_pension_month=date(2022, 6, 1),
    ),
    given("没有记录不等于没有", employee_pension=None),
    stale("断供", PENSION, employee_pension=None),
)
