"""家里能照顾人的大人有几个，其中老弱的、正住院的几个，半年内失去的几个。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count, known
from core.variables.engine.words import sure

COLUMN = Column("能照顾人的大人", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {
        "n_able": count(col.able_adult),
        "n_frail": count(col.frail_carer),
        "n_able_in_hospital": count(col.able_in_hospital),
        "n_lost_carers": count(col.lost_carer, everyone=True),
        "n_need_care": count(col.needs_care),
        "n_in_institution": count(sure(col.in_institution)),
        "n_tekun_carers": count(sure(col.tekun_has_carer)),
    }


def value(std: Standards) -> Expr:
    return known("n_able")


EXAMPLES = (
    home("一个能，一个不能", 1, [{"able_adult": True}, {"able_adult": False}]),
    home("有一个不知道", None, [{"able_adult": True}, {"able_adult": None}]),
)
