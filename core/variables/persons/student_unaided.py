"""非义务教育在读，没拿到任何资助。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("没有资助的学生", pl.Boolean())


def value(std: Standards) -> Expr:
    aided = col.school_aid_12m | col.local_school_aid | sure(col.charity_school_aid)
    return col.tuition_student & ~aided


BARE = {"tuition_student": True, "school_aid_12m": False, "local_school_aid": False}
EXAMPLES = (
    hit("没资助", **BARE),
    miss("有助学金", **BARE | {"school_aid_12m": True}),
    miss("在本地资助名单", **BARE | {"local_school_aid": True}),
    miss("有慈善助学", **BARE, charity_school_aid=True),
    miss("不交学费", **BARE | {"tuition_student": False, "school_aid_12m": None}),
    unknown("资助没来", **BARE | {"school_aid_12m": None}),
    unknown("在不在读不知道", **BARE | {"tuition_student": None}),
)
