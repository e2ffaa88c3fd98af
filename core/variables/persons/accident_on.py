"""最重的那次事故是哪天。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("事故日期", pl.Date())

WHERE = (
    ("road_injury", "road_injury_on"),
    ("plant_injury", "plant_injury_on"),
    ("work_injury", "work_injury_on"),
)


def value(std: Standards) -> Expr:
    worst = col.accident_level
    days = [when((worst > 0) & (col(level) == worst)).then(on) for level, on in WHERE]
    return pl.max_horizontal(*days)


EXAMPLES = (
    gives(
        "最重的那次",
        date(2022, 6, 1),
        accident_level=2,
        road_injury=2,
        road_injury_on=date(2022, 6, 1),
        plant_injury=1,
        plant_injury_on=date(2022, 7, 1),
    ),
    gives("没有", None, accident_level=0, road_injury=0),
)
