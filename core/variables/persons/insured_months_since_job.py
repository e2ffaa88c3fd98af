"""在现在这个单位缴了几个月社保。"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("本单位参保月数", pl.Int64())


def value(std: Standards) -> Expr:
    first, last = col.insured_since, col.insured_last_month
    months = (last.dt.year() - first.dt.year()) * 12
    months += last.dt.month().cast(pl.Int32) - first.dt.month().cast(pl.Int32) + 1
    return months.clip(lower_bound=0).cast(pl.Int64)


EXAMPLES = (
    gives("入职当月", 1, insured_since=date(2022, 6, 7), insured_last_month=date(2022, 6, 1)),
    gives("跨年", 3, insured_since=date(2021, 12, 7), insured_last_month=date(2022, 2, 1)),
    gives("没有参保", None, insured_since=None),
)
