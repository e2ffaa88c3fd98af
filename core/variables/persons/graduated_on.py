"""毕业日期：离校名册上的，没有就看高校学籍。"""

from datetime import date

import polars as pl
from polars import Expr, coalesce

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("毕业日期", pl.Date())


def value(std: Standards) -> Expr:
    return coalesce("graduate_on", "college_graduated_on")


EXAMPLES = (
    gives("名册上有", date(2021, 7, 1), graduate_on=date(2021, 7, 1)),
    gives("只有学籍", date(2021, 6, 30), college_graduated_on=date(2021, 6, 30)),
    gives("都没有", None, graduate_on=None),
)
