"""住在别处，而家里有人住在户籍地。

When the whole family has moved together nobody lives apart, so one of them must be known to be
at the registered address.
"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("与家人分开住", pl.Boolean())


def value(std: Standards) -> Expr:
    return (col.same_as_hukou == False) & col.same_as_hukou.any().over("home")  # noqa: E712


EXAMPLES = (
    miss("没有人住在户籍地", home=1, same_as_hukou=False),
    miss("住在户籍地", home=2, same_as_hukou=True),
    hit("家里另有人住在户籍地", home=2, same_as_hukou=False),
    unknown("没有登记", home=2, same_as_hukou=None),
)
