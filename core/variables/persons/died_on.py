"""死亡日期：户籍注销、死亡证明、火化记录里最早的一个。"""

from datetime import date

import polars as pl
from polars import Expr

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("死亡日期", pl.Date())


def value(std: Standards) -> Expr:
    return pl.min_horizontal("death_registered_on", "death_certified_on", "cremated_death_on")


EXAMPLES = (
    gives("只有死亡证明", date(2022, 7, 1), death_certified_on=date(2022, 7, 1)),
    gives(
        "两处都有",
        date(2022, 7, 1),
        death_certified_on=date(2022, 7, 1),
        death_registered_on=date(2022, 7, 2),
    ),
    gives("没有", None, death_registered_on=None),
)
