"""残疾人两项补贴发放：生活补贴、护理补贴是不是在发，最后发到哪个月。

Payment lists come a month late, so a payment of the month before last still counts as running.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before, some

EXTRACT = Extract(absent={"living_subsidy": False, "nursing_subsidy": False})


def columns(std: Standards) -> dict[str, Expr]:
    paid = col.status.is_in(["在发", "补发"])
    running = paid & (col.pay_month >= month_before(std.at, 2))
    return {
        "living_subsidy": some(running & (col.kind == "生活补贴")),
        "nursing_subsidy": some(running & (col.kind == "护理补贴")),
        "disability_subsidy_month": when(paid).then("pay_month").max(),
    }


PAID = {"kind": "护理补贴", "status": "在发", "pay_month": date(2022, 5, 1)}
EXAMPLES = (
    given("前月发过，算在发", PAID, nursing_subsidy=True, living_subsidy=False),
    given("四月以后没发", PAID | {"pay_month": date(2022, 4, 1)}, nursing_subsidy=False),
    given("停发", PAID | {"status": "停发"}, nursing_subsidy=False, disability_subsidy_month=None),
    given("没有发过", nursing_subsidy=False, living_subsidy=False),
    stale("断供", PAID, nursing_subsidy=None),
)
