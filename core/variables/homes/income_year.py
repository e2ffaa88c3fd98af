"""近12月户总收入：刚性支出认定里的，没有就按现在的月收入推一年，再没有就按核定的人均推。"""

import polars as pl
from polars import Expr, coalesce, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("年总收入", pl.Int64())


def value(std: Standards) -> Expr:
    return coalesce(
        "rigid_income_12m",
        col.income_gross * 12,
        col.assessed_income_pc * col.n_members * 12,
    )


EXAMPLES = (
    gives("认定里的", 5, rigid_income_12m=5, income_gross=1),
    gives("按月推", 1_200, income_gross=100),
    gives("按核定人均推", 3_600, income_gross=None, assessed_income_pc=100, n_members=3),
    gives("不知道", None, income_gross=None, assessed_income_pc=None, n_members=3),
)
