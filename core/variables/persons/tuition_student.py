"""非义务教育在读，要交学费：学前、普高、中职、高校。"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("非义务教育在读", pl.Boolean())


def value(std: Standards) -> Expr:
    stage = col.school_stage.is_in(["学前", "普高", "中职"])
    school = when(col.age >= 22).then(False).otherwise(col.pupil & coalesce(stage, col.pupil))
    college = when((col.age >= 35) | (col.age < 15)).then(False).otherwise("at_college")
    return school | college


SENIOR = {"age": 17, "pupil": True, "school_stage": "普高", "at_college": False}
EXAMPLES = (
    hit("高中生", **SENIOR),
    hit("大学生", **SENIOR | {"age": 20, "pupil": False, "at_college": True}),
    hit("幼儿园", age=5, pupil=True, school_stage="学前"),
    miss("小学是义务教育", **SENIOR | {"age": 8, "school_stage": "小学"}),
    miss("不在读", **SENIOR | {"pupil": False, "school_stage": None}),
    miss("大人，什么都没来", age=40),
    unknown("年轻人，高校学籍没来", **SENIOR | {"age": 20, "pupil": False, "at_college": None}),
    unknown("学段没填", **SENIOR | {"pupil": None, "school_stage": None}),
)
