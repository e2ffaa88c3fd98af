"""分红折成每月：村集体、集体资产股份（有记录才算）。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("月分红", pl.Int64())


def value(std: Standards) -> Expr:
    return pl.sum_horizontal(col.village_dividend.fill_null(0), col.share_dividend.fill_null(0))


EXAMPLES = (
    gives("两样都有", 300, village_dividend=100, share_dividend=200),
    gives("没有数据就不算", 0, village_dividend=None),
)
