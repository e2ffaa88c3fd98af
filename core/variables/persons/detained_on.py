"""从哪天起在押或在所。限定人员。"""

from datetime import date

import polars as pl
from polars import Expr

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("收押日期", pl.Date())


def value(std: Standards) -> Expr:
    return pl.max_horizontal("prison_since", "rehab_since")


EXAMPLES = (
    gives("入监", date(2022, 7, 1), prison_since=date(2022, 7, 1)),
    gives("没有", None, prison_since=None),
)
