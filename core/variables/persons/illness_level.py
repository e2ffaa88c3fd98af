"""半年内突发大病：2 新确诊大病或一次住院自付达到高额预警线，1 一次自付满8000元（MON-07），0 没有。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import since, sure

COLUMN = Column("突发大病轻重", pl.Int64())


def value(std: Standards) -> Expr:
    found = sure(since(col.diagnosed_on, std.at, std.integer("shock_window_days")))
    heavy = sure(col.hospital_worst_180d >= std.fen("med_warn_oop"))
    mild = sure(col.hospital_worst_180d >= 8_000_00)
    known = col.serious_illness.is_not_null() & col.hospital_worst_180d.is_not_null()
    graded = when(found | heavy).then(2).when(known & mild).then(1)
    return graded.when(known).then(0)


WELL = {"serious_illness": False, "hospital_worst_180d": 0}
EXAMPLES = (
    gives(
        "半年内确诊", 2, serious_illness=True, diagnosed_on=date(2022, 5, 1), hospital_worst_180d=0
    ),
    gives(
        "去年确诊的不算突发",
        0,
        serious_illness=True,
        diagnosed_on=date(2021, 5, 1),
        hospital_worst_180d=0,
    ),
    gives("住院自付三万", 2, **WELL | {"hospital_worst_180d": 30_000_00}),
    gives("住院自付八千", 1, **WELL | {"hospital_worst_180d": 8_000_00}),
    gives("住院自付不到八千", 0, **WELL | {"hospital_worst_180d": 7_999_99}),
    gives("没病", 0, **WELL),
    gives("卫健没来", None, serious_illness=None, hospital_worst_180d=0),
    gives("卫健没来，住院自付三万", 2, serious_illness=None, hospital_worst_180d=30_000_00),
)
