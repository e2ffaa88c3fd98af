"""周岁：生日当天就满。"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import full_years

COLUMN = Column("周岁", pl.Int64())


def value(std: Standards) -> Expr:
    return full_years(col.birth_date, std.at)


EXAMPLES = (
    gives("生日当天满60", 60, birth_date=date(1962, 7, 15)),
    gives("生日前一天", 59, birth_date=date(1962, 7, 16)),
    gives("今天出生", 0, birth_date=date(2022, 7, 15)),
    gives("闰日出生", 22, birth_date=date(2000, 2, 29)),
    gives("生日不知道", None, birth_date=None),
)
