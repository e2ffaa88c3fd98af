"""全家算数的月收入至少有多少：不知道的人先当没有，病残开支先全扣。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, total

COLUMN = Column("月收入至少", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"sick_sum": total(col.sick_deduction)}


def value(std: Standards) -> Expr:
    least_ = col.eased_sum + col.farm_income + col.income_shared - col.sick_sum
    return least_.clip(lower_bound=0)


EXAMPLES = (
    home("知道的一个", 90, [{"sick_deduction": 10}], eased_sum=100, farm_income=0, income_shared=0),
    home("扣完为止", 0, [{"sick_deduction": 500}], eased_sum=100, farm_income=0, income_shared=0),
)
