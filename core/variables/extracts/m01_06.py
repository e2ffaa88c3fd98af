"""百岁老人长寿保健金：是不是在发。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import month_before

EXTRACT = Extract(take="latest", by="pay_month", absent={"longevity_allowance": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"longevity_allowance": col.pay_month >= month_before(std.at, 2)}


EXAMPLES = (
    given("在发", {"pay_month": date(2022, 6, 1)}, longevity_allowance=True),
    given("早停了", {"pay_month": date(2022, 4, 1)}, longevity_allowance=False),
    given("没有发过", longevity_allowance=False),
    stale("断供", {"pay_month": date(2022, 6, 1)}, longevity_allowance=None),
)
