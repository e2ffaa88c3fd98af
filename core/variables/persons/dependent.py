"""老幼病残：不到16岁、满60岁、重残、完全失能或大病。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("老幼病残", pl.Boolean())


def value(std: Standards) -> Expr:
    ill = col.severe_disability | (col.ability == "full") | col.serious_illness
    return (col.age < 16) | (col.age >= 60) | ill


WELL = {"age": 40, "ability": "able", "severe_disability": False, "serious_illness": False}
EXAMPLES = (
    hit("15岁", **WELL | {"age": 15}),
    hit("60岁", **WELL | {"age": 60}),
    hit("重残", **WELL | {"severe_disability": True}),
    hit("完全失能", **WELL | {"ability": "full"}),
    hit("大病", **WELL | {"serious_illness": True}),
    miss("健康的中年人", **WELL),
    hit("60岁，别的都不知道", age=60),
    unknown("中年人，大病登记没来", **WELL | {"serious_illness": None}),
)
