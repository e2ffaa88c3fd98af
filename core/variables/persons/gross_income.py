"""每月收入，什么都不扣：劳动、养老金、其他转移、分红。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("月收入（未扣减）", pl.Int64())


def value(std: Standards) -> Expr:
    return col.earned + col.pension + col.transfers + col.dividends


EXAMPLES = (
    gives("加总", 1_111, earned=1_000, pension=100, transfers=10, dividends=1),
    gives("养老金不知道", None, earned=0, pension=None, transfers=0, dividends=0),
)
