"""在校。

School registers speak of the ages at which people study: nobody of 22 is a pupil, nobody of 35 a
full-time student (assumed), so a missing register leaves only the young unknown.
"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("在校", pl.Boolean())

LEFT = ("已就业", "未就业", "创业", "暂不就业", "入伍")


def value(std: Standards) -> Expr:
    school = when(col.age >= 22).then(False).otherwise("pupil")
    college = when((col.age >= 35) | (col.age < 15)).then(False).otherwise("at_college")
    registered = school | college
    left = when(col.graduate_state.is_in(LEFT)).then(False)
    return when(col.graduate_state == "升学").then(True).otherwise(coalesce(registered, left))


EXAMPLES = (
    hit("高中生", age=17, pupil=True, at_college=False),
    hit("大学生", age=20, pupil=False, at_college=True),
    hit("毕业后升学", age=24, pupil=False, at_college=None, graduate_state="升学"),
    miss("都不在读", age=20, pupil=False, at_college=False),
    miss("35岁以上", age=35, pupil=None, at_college=None),
    miss("离校名册上的毕业生，学籍没来", age=23, at_college=None, graduate_state="未就业"),
    unknown("年轻人，学籍没来", age=23, at_college=None),
    unknown("年龄和学籍都不知道", age=None, pupil=None, at_college=None),
)
