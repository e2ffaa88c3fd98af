"""在押或在强制戒毒（有记录才算）。限定人员。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("在押或在所", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.in_prison | col.in_rehab


EXAMPLES = (
    hit("在押", in_prison=True),
    hit("在戒毒所", in_prison=False, in_rehab=True),
    miss("都出来了", in_prison=False, in_rehab=False),
    unknown("没有记录", in_prison=None, in_rehab=None),
)
