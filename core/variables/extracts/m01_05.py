"""高龄津贴：是不是在发，最后发到哪个月。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(absent={"elder_allowance": False})


def columns(std: Standards) -> dict[str, Expr]:
    paid = col.status == "在发"
    running = paid & (col.pay_month >= month_before(std.at, 2))
    return {
        "elder_allowance": running.sort_by("pay_month", "record_id").last(),
        "elder_allowance_month": when(paid).then("pay_month").max(),
    }


PAID = {"status": "在发", "pay_month": date(2022, 6, 1)}
EXAMPLES = (
    given("在发", PAID, elder_allowance=True, elder_allowance_month=date(2022, 6, 1)),
    given("停发", PAID | {"status": "停发"}, elder_allowance=False, elder_allowance_month=None),
    given(
        "七月停发，最后发的是六月",
        PAID,
        PAID | {"status": "停发", "pay_month": date(2022, 7, 1)},
        elder_allowance=False,
        elder_allowance_month=date(2022, 6, 1),
    ),
    given("四月以后没发", PAID | {"pay_month": date(2022, 4, 1)}, elder_allowance=False),
    given("没有发过", elder_allowance=False),
    stale("断供", PAID, elder_allowance=None),
)
