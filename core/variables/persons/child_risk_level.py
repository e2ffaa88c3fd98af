"""学业心理风险：2 连续缺勤三天没跟进，或心理重点关注；1 有苗头；0 没有。儿童线。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import sure

COLUMN = Column("学业心理风险", pl.Int64())


def value(std: Standards) -> Expr:
    high = (col.absence_open_days >= 3) | (col.mind_watch == 2)
    watch = (col.absence_open_days >= 1) | (col.mind_watch == 1) | col.absence_followed
    graded = when(high).then(2).when(~high & watch).then(1).when(~high & ~watch).then(0)
    grown = (col.age >= 19) | (col.age < 3)
    return when(sure(grown)).then(0).otherwise(graded)


CALM = {"age": 12, "absence_open_days": 0, "absence_followed": False, "mind_watch": 0}
EXAMPLES = (
    gives("没事", 0, **CALM),
    gives("三天没来", 2, **CALM | {"absence_open_days": 3}),
    gives("两天没来", 1, **CALM | {"absence_open_days": 2}),
    gives("缺勤跟进过", 1, **CALM | {"absence_followed": True}),
    gives("心理关注", 1, **CALM | {"mind_watch": 1}),
    gives("心理重点", 2, **CALM | {"mind_watch": 2}),
    gives("心理名单没来", None, **CALM | {"mind_watch": None}),
    gives("心理名单没来，缺勤三天", 2, **CALM | {"mind_watch": None, "absence_open_days": 3}),
    gives("大人", 0, age=40),
)
