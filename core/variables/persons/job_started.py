"""从哪天开始有工作：参保起始日和近12月头一个有工资的月份，取早的。"""

from datetime import date

import polars as pl
from polars import Expr

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("开始工作的日子", pl.Date())


def value(std: Standards) -> Expr:
    return pl.min_horizontal("insured_since", "wage_first_month_12")


EXAMPLES = (
    gives(
        "工资早于参保",
        date(2022, 6, 1),
        insured_since=date(2022, 6, 7),
        wage_first_month_12=date(2022, 6, 1),
    ),
    gives(
        "一直在干",
        date(2015, 3, 1),
        insured_since=date(2015, 3, 1),
        wage_first_month_12=date(2021, 7, 1),
    ),
    gives("没干过", None, insured_since=None),
)
