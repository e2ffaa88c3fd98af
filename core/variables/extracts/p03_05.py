"""失业保险金和失业补助金：每月多少，领到哪个月，是哪一种，最近一笔是哪个月的。

Whoever finds work stops drawing before the last month granted: payments come a month late, so with
none since the month before last the benefit has stopped.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import first_of, month_before

EXTRACT = Extract(take="latest", absent={"unemployment_benefit": 0})


def columns(std: Standards) -> dict[str, Expr]:
    paid = col.data_date >= month_before(std.at, 2)
    running = (col.end_month >= first_of(std.at)) & paid
    return {
        "unemployment_benefit": when(running).then("amount").when(~running).then(0),
        "unemployment_benefit_kind": when(running).then("kind"),
        "unemployment_benefit_end": col.end_month,
        "unemployment_benefit_month": col.data_date.dt.truncate("1mo"),
    }


BENEFIT = {"kind": "失业保险金", "end_month": date(2022, 7, 1), "amount": 1_656_00,
           "data_date": date(2022, 6, 1)}  # fmt: skip
EXAMPLES = (
    given("最后一个月", BENEFIT, unemployment_benefit=1_656_00),
    given("已经领完", BENEFIT | {"end_month": date(2022, 6, 1)}, unemployment_benefit=0),
    given(
        "找到工作，四月以后没领",
        BENEFIT | {"data_date": date(2022, 4, 20)},
        unemployment_benefit=0,
        unemployment_benefit_month=date(2022, 4, 1),
    ),
    given("没有领", unemployment_benefit=0, unemployment_benefit_end=None),
    stale("断供", BENEFIT, unemployment_benefit=None),
)
