"""近12月刚性支出：认定里的，没有就是医疗、教育、康复加起来。

A share somebody has told stands for the cost that no department knows.
"""

import polars as pl
from polars import Expr, coalesce, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("年刚性支出", pl.Int64())


def value(std: Standards) -> Expr:
    shares = {"education_12m": "edu_share", "rehab_12m": "rehab_share"}
    told = [coalesce(col(c), col(s) * col.income_year // 10_000) for c, s in shares.items()]
    return coalesce("rigid_cost_12m", col.medical_12m + told[0] + told[1])


EXAMPLES = (
    gives("认定里的", 62, rigid_cost_12m=62, medical_12m=1),
    gives("加起来", 6, medical_12m=1, education_12m=2, rehab_12m=3),
    gives("学费不知道", None, medical_12m=1, education_12m=None, rehab_12m=0),
    gives(
        "问到康复占收入一成",
        1_201,
        medical_12m=1,
        education_12m=0,
        rehab_12m=None,
        rehab_share=1_000,
        income_year=12_000,
    ),
)
