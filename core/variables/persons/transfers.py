"""其他按月领的转移收入：失业保险金、伤残津贴、被征地待遇（有记录才算）。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("其他转移收入", pl.Int64())


def value(std: Standards) -> Expr:
    names = ("unemployment_benefit", "injury_allowance", "land_lost_monthly")
    return pl.sum_horizontal(*(col(name).fill_null(0) for name in names))


EXAMPLES = (
    gives("失业金", 165_600, unemployment_benefit=165_600),
    gives("没有数据就不算", 0, unemployment_benefit=None),
)
