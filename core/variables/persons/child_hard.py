"""孤儿、事实无人抚养、困境、留守儿童。儿童线。"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("困境儿童", pl.Boolean())


def value(std: Standards) -> Expr:
    grown = when(col.age >= 18).then(sure(col.child_listed))
    return coalesce(grown, col.child_listed | col.left_behind)


EXAMPLES = (
    hit("在册", age=10, child_listed=True),
    hit("学籍上是留守", age=10, child_listed=False, left_behind=True),
    hit("成年在读的孤儿", age=19, child_listed=True),
    miss("都不是", age=10, child_listed=False, left_behind=False),
    miss("大人", age=40, child_listed=None, left_behind=None),
    unknown("名册没来", age=10, child_listed=None, left_behind=False),
)
