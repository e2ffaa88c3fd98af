"""近12月政策范围内的自付，减去大病保险：医疗救助的基数（R-20）。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("医疗救助基数", pl.Int64())


def value(std: Standards) -> Expr:
    own = col.hospital_covered_12m + col.outpatient_cost_12m
    return (own - col.critical_paid_12m.fill_null(0)).clip(lower_bound=0)


EXAMPLES = (
    gives(
        "减去大病保险",
        700,
        hospital_covered_12m=900,
        outpatient_cost_12m=100,
        critical_paid_12m=300,
    ),
    gives("医保没来", None, hospital_covered_12m=None, outpatient_cost_12m=0),
)
