"""要康复护理：失能、半失能、重残，或在康复救助的孩子。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column
from core.variables.engine.words import sure

COLUMN = Column("要康复护理", pl.Boolean())


def value(std: Standards) -> Expr:
    lost = col.ability.is_in(["full", "semi"])
    return lost | col.severe_disability | sure(col.child_rehab_aided)


EXAMPLES = (
    hit("失能", ability="full", severe_disability=False),
    hit("重残", ability="able", severe_disability=True),
    hit("康复救助的孩子", ability="able", severe_disability=False, child_rehab_aided=True),
    miss("都没有", ability="able", severe_disability=False),
    unknown("能力不知道", ability=None, severe_disability=False),
)
