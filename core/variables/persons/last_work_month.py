"""最后一个有工作痕迹的月份：参保、报税、灵活就业缴费。"""

from datetime import date

import polars as pl
from polars import Expr

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("最后上班的月份", pl.Date())


def value(std: Standards) -> Expr:
    return pl.max_horizontal("insured_last_month", "wage_last_month", "flexible_last_month")


EXAMPLES = (
    gives(
        "参保比报税晚",
        date(2022, 6, 1),
        insured_last_month=date(2022, 6, 1),
        wage_last_month=date(2022, 5, 1),
    ),
    gives("从没有过", None, insured_last_month=None),
)
