"""突发大病是哪天：确诊日，没有就看最贵那次的入院日。"""

from datetime import date

import polars as pl
from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives
from core.variables.engine.words import since

COLUMN = Column("突发大病日期", pl.Date())


def value(std: Standards) -> Expr:
    recent = since(col.diagnosed_on, std.at, std.integer("shock_window_days"))
    found = when(recent).then("diagnosed_on")
    return when(col.illness_level > 0).then(coalesce(found, "hospital_worst_on"))


EXAMPLES = (
    gives("确诊日", date(2022, 5, 1), illness_level=2, diagnosed_on=date(2022, 5, 1)),
    gives("入院日", date(2022, 6, 1), illness_level=1, hospital_worst_on=date(2022, 6, 1)),
    gives("没有", None, illness_level=0, hospital_worst_on=date(2022, 6, 1)),
)
