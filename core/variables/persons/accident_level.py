"""半年内事故伤得多重：2 死亡或重伤，1 轻一些，0 没有。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import gives

COLUMN = Column("事故轻重", pl.Int64())


def value(std: Standards) -> Expr:
    worst = pl.max_horizontal("road_injury", "plant_injury", "work_injury")
    known = col.road_injury.is_not_null() & col.plant_injury.is_not_null()
    return when(known | (worst == 2)).then(worst)


EXAMPLES = (
    gives("车祸重伤", 2, road_injury=2, plant_injury=0, work_injury=0),
    gives("生产事故轻伤", 1, road_injury=0, plant_injury=1),
    gives("没有", 0, road_injury=0, plant_injury=0, work_injury=0),
    gives("应急没来", None, road_injury=0, plant_injury=None),
    gives("应急没来，车祸重伤", 2, road_injury=2, plant_injury=None),
)
