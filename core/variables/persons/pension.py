"""每月养老金：居民、职工两种，基础养老金也在内。

Before 60 there is no residents' pension, before 50 none at all; nobody draws both. An elder with
no record may draw one in another province.
"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("月养老金", pl.Int64())


def value(std: Standards) -> Expr:
    resident = when(col.age < 60).then(0).otherwise("resident_pension")
    none = (col.age < 50) | (resident > 0)
    employee = when(sure(none)).then(0).otherwise("employee_pension")
    return resident + employee


EXAMPLES = (
    gives("居民养老金", 59_050, age=65, resident_pension=59_050, employee_pension=None),
    gives("职工养老金", 280_000, age=62, resident_pension=0, employee_pension=280_000),
    gives("55岁退休女工", 280_000, age=55, resident_pension=None, employee_pension=280_000),
    gives("年轻人", 0, age=30, resident_pension=None, employee_pension=None),
    gives("老人两边都没有，也许在外省", None, age=65, resident_pension=0, employee_pension=None),
    gives("年龄不知道，领着居民养老金", 59_050, age=None, resident_pension=59_050),
    gives("人社没来", None, age=65, resident_pension=None),
)
