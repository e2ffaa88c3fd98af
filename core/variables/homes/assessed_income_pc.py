"""镇街核定的人均月收入：低保的，没有就看低边的。"""

import polars as pl
from polars import Expr, coalesce

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("核定人均月收入", pl.Int64())


def value(std: Standards) -> Expr:
    return coalesce("dibao_income_pc", "edge_income_pc")


EXAMPLES = (
    gives("低保核定", 26_700, dibao_income_pc=26_700),
    gives("低边核定", 140_000, edge_income_pc=140_000),
    gives("没核定过", None, dibao_income_pc=None),
)
