"""住房租赁补贴：每月补多少。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(per="household", take="latest", by="pay_month", absent={"rent_subsidy": 0})


def columns(std: Standards) -> dict[str, Expr]:
    running = col.pay_month >= month_before(std.at, 3)
    return {"rent_subsidy": when(running).then("amount").otherwise(0)}


EXAMPLES = (
    given("在补", {"amount": 300_00, "pay_month": date(2022, 6, 1)}, rent_subsidy=300_00),
    given("早停了", {"amount": 300_00, "pay_month": date(2022, 3, 1)}, rent_subsidy=0),
    given("没有补贴", rent_subsidy=0),
    stale("断供", {"amount": 300_00, "pay_month": date(2022, 6, 1)}, rent_subsidy=None),
)
