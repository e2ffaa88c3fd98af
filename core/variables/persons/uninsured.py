"""今年医保断保；入伍的不算。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("医保断保", pl.Boolean())


def value(std: Standards) -> Expr:
    return ~sure(col.graduate_state == "入伍") & col.uninsured_this_year


EXAMPLES = (
    hit("断保", uninsured_this_year=True),
    miss("参保", uninsured_this_year=False),
    miss("入伍", uninsured_this_year=True, graduate_state="入伍"),
    unknown("不知道", uninsured_this_year=None),
)
