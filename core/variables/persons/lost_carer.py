"""半年内过世，或正在押、在所的成年人：也许就是照护者。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import since, sure

COLUMN = Column("失去的照护者", pl.Boolean())


def value(std: Standards) -> Expr:
    window = std.integer("shock_window_days")
    died = since(col.died_on, std.at, window) & (col.age >= 18)
    return (
        when(sure(died) | sure(col.detained))
        .then(True)
        .otherwise(when(col.dead.is_not_null()).then(False))
    )


EXAMPLES = (
    hit("上月过世", age=70, died_on=date(2022, 6, 1), dead=True),
    miss("两年前过世", age=70, died_on=date(2020, 6, 1), dead=True),
    miss("孩子过世", age=10, died_on=date(2022, 6, 1), dead=True),
    hit("在押", age=40, dead=False, detained=True),
    miss("都在", age=40, dead=False),
    unknown("死亡登记没来", age=40, dead=None),
)
