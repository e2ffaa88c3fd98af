"""没上班的劳动力登记过失业或求职。"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("登记过失业", pl.Boolean())


def value(std: Standards) -> Expr:
    kind = coalesce(col.work_register_kind == "失业", when(~col.work_registered).then(False))
    return col.jobless & kind


EXAMPLES = (
    hit("登记过失业", jobless=True, work_register_kind="失业"),
    miss("登记的是就业", jobless=True, work_register_kind="就业"),
    miss("没登记过", jobless=True, work_registered=False),
    miss("在上班", jobless=False, work_registered=None),
    unknown("登记没来", jobless=True, work_registered=None),
)
