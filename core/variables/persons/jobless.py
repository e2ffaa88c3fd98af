"""没上班的劳动力。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("没上班的劳动力", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.labour & ~col.at_work


EXAMPLES = (
    hit("没上班", labour=True, at_work=False),
    miss("在上班", labour=True, at_work=True),
    miss("不是劳动力", labour=False, at_work=None),
    unknown("有没有上班不知道", labour=True, at_work=None),
)
