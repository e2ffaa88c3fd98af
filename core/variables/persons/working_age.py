"""在劳动年龄内：16岁起，到按性别、出生年月定的退休年龄为止。

The city's parameter is a last full age, or since 2025 a retirement age that moves with the month
of birth. Without the sex only what holds for both is told.
"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import full_months

COLUMN = Column("劳动年龄", pl.Boolean())


def value(std: Standards) -> Expr:
    man, woman = _not_retired(std, "labor_age_max_m"), _not_retired(std, "labor_age_max_f")
    both = when(man == woman).then(man)
    by_sex = when(col.sex == "男").then(man).when(col.sex == "女").then(woman).otherwise(both)
    return (col.age >= std.integer("labor_age_min")) & by_sex


def _not_retired(std: Standards, name: str) -> Expr:
    limit = std[name]
    if not isinstance(limit, dict):
        return col.age <= int(limit)
    year, month = (int(part) for part in limit["from_birth"].split("-"))
    born = col.birth_date.dt.year() * 12 + col.birth_date.dt.month()
    steps = (born - (year * 12 + month)) // int(limit["every_months"]) + 1
    later = when(born < year * 12 + month).then(0).otherwise(steps)
    months = int(limit["retire_at"]) * 12 + later.clip(0, int(limit["most_months"]))
    return full_months(col.birth_date, std.at) < months


EXAMPLES = (
    hit("满16岁", age=16, sex="男"),
    miss("不到16岁", age=15, sex="男"),
    hit("男59岁", age=59, sex="男"),
    miss("男60岁", age=60, sex="男"),
    hit("女54岁", age=54, sex="女"),
    miss("女55岁", age=55, sex="女"),
    hit("性别不知道，40岁", age=40, sex=None),
    unknown("性别不知道，57岁", age=57, sex=None),
    miss("性别不知道，70岁", age=70, sex=None),
    unknown("年龄不知道", age=None, sex="男"),
)
