"""全家月收入，什么都不扣。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total

COLUMN = Column("月总收入", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"gross_sum": total(col.gross_income)}


def value(std: Standards) -> Expr:
    return known("gross_sum") + col.farm_income + col.income_shared


EXAMPLES = (
    home(
        "加总",
        330,
        [{"gross_income": 100}, {"gross_income": 200}],
        farm_income=20,
        income_shared=10,
    ),
    home("有一个不知道", None, [{"gross_income": None}], farm_income=0, income_shared=0),
)
