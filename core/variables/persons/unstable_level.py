"""工作不稳：2 一年内断缴三个月、欠薪没解决，或领着工资一直没参保；1 刚入职、灵活就业；0 稳。

A trial period is at most six months (劳动合同法第19条).
"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import month_before, months_before, sure

COLUMN = Column("工作不稳", pl.Int64())


def value(std: Standards) -> Expr:
    first, newest = col.insured_first_month_12, col.insured_last_month
    span = (newest.dt.year() - first.dt.year()) * 12
    span += newest.dt.month().cast(pl.Int32) - first.dt.month().cast(pl.Int32) + 1
    gap = sure(span - col.insured_months_12 >= 3)
    bare = (col.insured_months_12 == 0) & sure(col.wage_first_month_12 < month_before(std.at, 3))
    high = gap | bare | sure(col.wages_owed)
    new = sure(col.insured_since > months_before(std.at, 6))
    mid = new | col.flexible_insured_60d | sure(col.flexible_paid_60d)
    graded = when(high).then(2).when(mid).then(1).when(~high & ~mid).then(0)
    return when(~col.at_work).then(0).when(col.at_work).then(graded)


STEADY = {
    "at_work": True,
    "insured_first_month_12": date(2021, 7, 1),
    "insured_last_month": date(2022, 6, 1),
    "insured_months_12": 12,
    "insured_since": date(2020, 1, 1),
    "flexible_insured_60d": False,
}
EXAMPLES = (
    gives("一直在缴", 0, **STEADY),
    gives("断了三个月", 2, **STEADY | {"insured_months_12": 9}),
    gives("断了两个月", 0, **STEADY | {"insured_months_12": 10}),
    gives("欠薪", 2, **STEADY, wages_owed=True),
    gives(
        "领工资半年没参保",
        2,
        at_work=True,
        insured_months_12=0,
        flexible_insured_60d=False,
        wage_first_month_12=date(2022, 1, 1),
    ),
    gives(
        "入职45天",
        1,
        **STEADY
        | {
            "insured_since": date(2022, 6, 1),
            "insured_months_12": 1,
            "insured_first_month_12": date(2022, 6, 1),
        },
    ),
    gives("入职满半年", 0, **STEADY | {"insured_since": date(2022, 1, 15)}),
    gives("灵活就业", 1, **STEADY | {"flexible_insured_60d": True}),
    gives("没上班", 0, at_work=False),
    gives("社保没来", None, at_work=True, insured_months_12=None),
    gives("有没有上班不知道", None, **STEADY | {"at_work": None}),
)
