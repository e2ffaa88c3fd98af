"""全家算数的月收入：豁免以后，病残开支还没扣（R-02）。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total

COLUMN = Column("月收入（已豁免）", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"eased_sum": total(col.eased_income)}


def value(std: Standards) -> Expr:
    return known("eased_sum") + col.farm_income + col.income_shared


EXAMPLES = (
    home(
        "加总",
        330,
        [{"eased_income": 100}, {"eased_income": 200}],
        farm_income=20,
        income_shared=10,
    ),
    home("有一个不知道", None, [{"eased_income": None}], farm_income=0, income_shared=0),
)
