"""照顾得了人，可自己已满70岁或有大病。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("老弱的照护者", pl.Boolean())


def value(std: Standards) -> Expr:
    return col.able_adult & ((col.age >= 70) | col.serious_illness)


EXAMPLES = (
    hit("70岁", able_adult=True, age=70, serious_illness=False),
    hit("有大病", able_adult=True, age=40, serious_illness=True),
    miss("69岁没大病", able_adult=True, age=69, serious_illness=False),
    miss("自己也要人照顾", able_adult=False, age=80, serious_illness=True),
    unknown("大病登记没来", able_adult=True, age=40, serious_illness=None),
)
