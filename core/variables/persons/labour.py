"""劳动力：劳动年龄内，不在校，不是重残、失能，没有大病。

Evidence of working or of looking for work makes somebody labour where a register is missing; it
does not overrule a register that says otherwise.
"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.column import Column

COLUMN = Column("劳动力", pl.Boolean())


def value(std: Standards) -> Expr:
    lost = col.ability.is_in(["full", "semi"])
    able = col.working_age & ~col.in_school & ~col.severe_disability & ~lost & ~col.serious_illness
    return when(able.is_null() & col.labour_evidence).then(True).otherwise(able)


ABLE = {
    "working_age": True,
    "in_school": False,
    "severe_disability": False,
    "ability": "able",
    "serious_illness": False,
    "labour_evidence": False,
}
EXAMPLES = (
    hit("样样都好", **ABLE),
    miss("超过劳动年龄", **ABLE | {"working_age": False}),
    miss("在校", **ABLE | {"in_school": True}),
    miss("重残", **ABLE | {"severe_disability": True}),
    miss("半失能", **ABLE | {"ability": "semi"}),
    miss("大病", **ABLE | {"serious_illness": True}),
    unknown("残联没来", **ABLE | {"severe_disability": None}),
    hit("残联没来，在参保", **ABLE | {"severe_disability": None, "labour_evidence": True}),
    miss("重残还在参保", **ABLE | {"severe_disability": True, "labour_evidence": True}),
    miss("老人返聘", **ABLE | {"working_age": False, "labour_evidence": True}),
    hit("出生日期不知道，登记过失业", **ABLE | {"working_age": None, "labour_evidence": True}),
)
