"""监护薄弱的儿童。儿童线。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("监护薄弱", pl.Boolean())


def value(std: Standards) -> Expr:
    return (col.age < 18) & col.weakly_guarded


EXAMPLES = (
    hit("监护薄弱", age=10, weakly_guarded=True),
    miss("监护正常", age=10, weakly_guarded=False),
    miss("大人", age=18, weakly_guarded=None),
    unknown("没有探访数据", age=10, weakly_guarded=None),
)
