"""认知障碍或严重精神障碍。限定人员。"""

from datetime import date

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure, year_back

COLUMN = Column("认知或精神障碍", pl.Boolean())


def value(std: Standards) -> Expr:
    seen = (col.age < std.integer("elder_age")) | year_back(col.reviewed_on, std.at)
    clear = when(sure(seen)).then(False)
    assessed = coalesce(col.cognition == "中重度", clear)
    return col.mental_disorder | sure(col.missing_demented) | assessed


EXAMPLES = (
    hit("在管的精神障碍", mental_disorder=True),
    hit("评估为中重度认知障碍", age=80, mental_disorder=False, cognition="中重度"),
    hit("走失过，有认知障碍", age=80, mental_disorder=False, missing_demented=True),
    miss("评估认知轻度", age=80, mental_disorder=False, cognition="轻度"),
    miss("年轻，不在册", age=40, mental_disorder=False),
    miss("老人，一年内复核过", age=80, mental_disorder=False, reviewed_on=date(2022, 5, 1)),
    unknown("老人没评估", age=80, mental_disorder=False),
    unknown("卫健没来", age=40, mental_disorder=None),
)
