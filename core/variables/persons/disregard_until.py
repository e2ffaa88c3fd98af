"""就业收入豁免到哪天（不含）：在保期间才开始的工作，从开始那天起满规定的月数。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("豁免到期", pl.Date())


def value(std: Standards) -> Expr:
    months = f"{std.integer('employ_disregard_months')}mo"
    during = sure(col.dibao_listed) & (
        col.dibao_since.is_null() | (col.job_started >= col.dibao_since)
    )
    return when(during).then(col.job_started.dt.offset_by(months))


DURING = {"dibao_listed": True, "dibao_since": date(2021, 1, 1), "job_started": date(2022, 6, 1)}
EXAMPLES = (
    gives("在保时找到工作", date(2023, 6, 1), **DURING),
    gives("起保以前就在干", None, **DURING | {"job_started": date(2020, 12, 31)}),
    gives("起保当天入职", date(2022, 1, 1), **DURING | {"job_started": date(2021, 1, 1)}),
    gives("不是低保户", None, **DURING | {"dibao_listed": False}),
    gives("没有工作", None, **DURING | {"job_started": None}),
)
