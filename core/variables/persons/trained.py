"""近12月参加过培训或职业指导。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("受过培训", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.skill_course_12m | col.class_attended_12m | sure(col.graduate_guided)


EXAMPLES = (
    hit("技能培训", skill_course_12m=True),
    hit("到过课", skill_course_12m=False, class_attended_12m=True),
    hit("职业指导", skill_course_12m=False, class_attended_12m=False, graduate_guided=True),
    miss("都没有", skill_course_12m=False, class_attended_12m=False),
    unknown("培训班没来", skill_course_12m=False, class_attended_12m=None),
)
