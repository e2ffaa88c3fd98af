"""已经过世。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("已经过世", pl.Boolean())


def value(std: Standards) -> Expr:
    reported = (col.died_on <= std.at) | (col.cremated_on <= std.at)
    return when(sure(reported)).then(True).otherwise("death_registered")


EXAMPLES = (
    hit("有死亡日期", died_on=date(2022, 7, 15), death_registered=False),
    hit("已火化", cremated_on=date(2022, 7, 1)),
    hit("户籍已注销，日期没写", death_registered=True),
    miss("没有注销", death_registered=False),
    unknown("户籍断供", death_registered=None),
)
