"""就业：劳动力，且在上班。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("就业", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.labour & col.at_work


EXAMPLES = (
    hit("劳动力在上班", labour=True, at_work=True),
    miss("劳动力没上班", labour=True, at_work=False),
    miss("不是劳动力", labour=False, at_work=None),
    miss("没上班，是不是劳动力不知道", labour=None, at_work=False),
    unknown("在上班，是不是劳动力不知道", labour=None, at_work=True),
)
