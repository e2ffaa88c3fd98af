"""社会保险参保缴费：近60天有没有作为职工或灵活就业参保，参保起止，近12个月缴了几个月。

Residents' insurance is not work. A month counts when it overlaps the last 60 days.
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import in_months, month_before, some

EXTRACT = Extract(
    absent={"insured_60d": False, "flexible_insured_60d": False, "insured_months_12": 0}
)


def where(std: Standards) -> Expr:
    work = (col.identity != "居民").fill_null(True)
    return work & (col.pay_month.fill_null(std.at) > month_before(std.at, 25))


def columns(std: Standards) -> dict[str, Expr]:
    at = std.at
    going = col.stop_date.is_null() | (col.stop_date > at)
    paid = in_months(col.pay_month, at, 60) & going & col.identity.is_in(["职工", "灵活就业"])
    year = col.pay_month.is_between(month_before(at, 12), at)
    return {
        "insured_60d": some(paid),
        "flexible_insured_60d": some(paid & (col.identity == "灵活就业")),
        "insured_since": when(paid).then("start_date").max(),
        "insured_last_month": when(col.pay_month <= at).then("pay_month").max(),
        "insured_first_month_12": when(year).then("pay_month").min(),
        "insured_months_12": when(year).then("pay_month").drop_nulls().n_unique().cast(pl.Int64),
        "insured_stopped_on": when(col.stop_date <= at).then("stop_date").max(),
    }


JOB = {"identity": "职工", "pay_month": date(2022, 6, 1), "start_date": date(2022, 6, 7)}
EXAMPLES = (
    given("上月缴了", JOB, insured_60d=True, insured_since=date(2022, 6, 7), insured_months_12=1),
    given("60天内的五月", JOB | {"pay_month": date(2022, 5, 1)}, insured_60d=True),
    given("四月以后没缴", JOB | {"pay_month": date(2022, 4, 1)}, insured_60d=False),
    given(
        "停保了",
        JOB | {"stop_date": date(2022, 7, 10)},
        insured_60d=False,
        insured_stopped_on=date(2022, 7, 10),
    ),
    given("灵活就业", JOB | {"identity": "灵活就业"}, insured_60d=True, flexible_insured_60d=True),
    given("居民身份不是就业", JOB | {"identity": "居民"}, insured_60d=False, insured_months_12=0),
    given("身份没填", JOB | {"identity": None}, insured_60d=None),
    given("没有参保", insured_60d=False, insured_months_12=0, insured_since=None),
    stale("断供", JOB, insured_60d=None, insured_months_12=None),
)
