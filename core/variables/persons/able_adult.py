"""能照顾人的成年人：满18岁，自己不用人照顾，不住在机构里。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("能照顾人的成年人", pl.Boolean())


def value(std: Standards) -> Expr:
    return (col.age >= 18) & ~col.needs_care & ~sure(col.in_institution)


EXAMPLES = (
    hit("健康的成年人", age=40, needs_care=False),
    miss("17岁", age=17, needs_care=False),
    miss("自己也要人照顾", age=70, needs_care=True),
    miss("住在养老院", age=70, needs_care=False, in_institution=True),
    unknown("身体怎样不知道", age=70, needs_care=None),
)
