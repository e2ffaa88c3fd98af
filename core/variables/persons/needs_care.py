"""离不开人照顾：失能、半失能、重残、认知障碍，或不到6岁。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("需要照护", pl.Boolean())


def value(std: Standards) -> Expr:
    lost = col.ability.is_in(["full", "semi"])
    return lost | col.severe_disability | col.cognitive_disorder | (col.age < 6)


WELL = {"age": 40, "ability": "able", "severe_disability": False, "cognitive_disorder": False}
EXAMPLES = (
    hit("失能", **WELL | {"ability": "full"}),
    hit("半失能", **WELL | {"ability": "semi"}),
    hit("重残", **WELL | {"severe_disability": True}),
    hit("认知障碍", **WELL | {"cognitive_disorder": True}),
    hit("学龄前", **WELL | {"age": 5}),
    miss("满6岁", **WELL | {"age": 6}),
    miss("都好", **WELL),
    unknown("自理能力不知道", **WELL | {"ability": None}),
)
