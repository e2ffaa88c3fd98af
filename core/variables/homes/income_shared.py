"""不分人的月收入：地租、飞地分红、涉农补贴（有记录才算）、不同住义务人给的赡养费。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("户上的月收入", pl.Int64())


def value(std: Standards) -> Expr:
    names = ("land_rent", "enclave_dividend", "farm_subsidy", "support")
    return pl.sum_horizontal(*(col(name).fill_null(0) for name in names))


EXAMPLES = (
    gives("加总", 1_111, land_rent=1_000, enclave_dividend=100, farm_subsidy=10, support=1),
    gives("没有数据就不算", 0, land_rent=None, support=0),
)
