"""在读到本科为止的学生，按“不能独立生活的子女”算（R-01）；研究生不算。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("在读（本科及以下）", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.pupil | (col.at_college & ~sure(col.postgraduate))


EXAMPLES = (
    hit("高中生", pupil=True),
    hit("本科生", pupil=False, at_college=True, postgraduate=False),
    miss("研究生", pupil=False, at_college=True, postgraduate=True),
    miss("都不在读", pupil=False, at_college=False),
    unknown("高校学籍没来", pupil=False, at_college=None),
)
