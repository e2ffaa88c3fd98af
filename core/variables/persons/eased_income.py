"""每月算数的收入：劳动收入减去不计的，养老金减去基础养老金（R-02），病残开支还没扣。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("月收入（已豁免）", pl.Int64())


def value(std: Standards) -> Expr:
    basic = pl.min_horizontal(col.resident_pension_basic.fill_null(0), col.pension)
    return col.earned - col.exempt + col.pension - basic + col.transfers + col.dividends


EXAMPLES = (
    gives(
        "基础养老金不算",
        40_050,
        earned=0,
        exempt=0,
        pension=59_050,
        transfers=0,
        dividends=0,
        resident_pension_basic=19_000,
    ),
    gives(
        "豁免掉的工资不算", 1, earned=320_000, exempt=319_999, pension=0, transfers=0, dividends=0
    ),
    gives("工资不知道", None, earned=None, exempt=None, pension=0, transfers=0, dividends=0),
)
