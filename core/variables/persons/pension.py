"""每月养老金：居民、职工两种，基础养老金也在内。

Before 60 there is no residents' pension; nobody draws both. Whoever is of working age or at work
and has no record draws none; an elder without one may draw it in another province.
"""

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("月养老金", pl.Int64())


def value(std: Standards) -> Expr:
    resident = when(col.age < 60).then(0).otherwise("resident_pension")
    young = (col.age < 60) & (col.working_age | sure(col.at_work) | (col.age < 50))
    none = when(sure(young) | sure(resident > 0)).then(0)
    return resident + coalesce("employee_pension", none)


EXAMPLES = (
    gives("居民养老金", 59_050, age=65, resident_pension=59_050, employee_pension=None),
    gives("职工养老金", 280_000, age=62, resident_pension=0, employee_pension=280_000),
    gives(
        "52岁退休女工",
        280_000,
        age=52,
        resident_pension=None,
        employee_pension=280_000,
        working_age=True,
    ),
    gives("劳动年龄内，没有记录", 0, age=52, resident_pension=None, working_age=True),
    gives("57岁还在上班的女工", 0, age=57, working_age=False, at_work=True),
    gives("57岁没上班的女工，也许在外省领", None, age=57, working_age=False, at_work=False),
    gives("小孩", 0, age=8, working_age=False),
    gives("老人两边都没有，也许在外省", None, age=65, resident_pension=0, employee_pension=None),
    gives("年龄不知道，领着居民养老金", 59_050, age=None, resident_pension=59_050),
    gives("人社没来", None, age=65, resident_pension=None),
)
