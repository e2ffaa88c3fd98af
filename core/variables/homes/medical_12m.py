"""近12月全家看病自己掏的钱，减去按户给的救助和化解。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total

COLUMN = Column("年医疗自付", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"medical_sum": total(col.medical_cost_12m)}


def value(std: Standards) -> Expr:
    back = col.illness_aid_12m.fill_null(0) + col.cost_resolved_12m.fill_null(0)
    return (known("medical_sum") - back).clip(lower_bound=0)


EXAMPLES = (
    home("两个人", 300, [{"medical_cost_12m": 100}, {"medical_cost_12m": 200}]),
    home("批过救助", 100, [{"medical_cost_12m": 300}], illness_aid_12m=200),
    home("化解过", 0, [{"medical_cost_12m": 300}], cost_resolved_12m=900),
    home("有一个不知道", None, [{"medical_cost_12m": 100}, {"medical_cost_12m": None}]),
)
