"""能照顾人，可正住着院。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("住院的照护者", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.able_adult & col.in_hospital


EXAMPLES = (
    hit("住院了", able_adult=True, in_hospital=True),
    miss("没住院", able_adult=True, in_hospital=False),
    miss("本来也照顾不了", able_adult=False, in_hospital=None),
    unknown("医保没来", able_adult=True, in_hospital=None),
)
