"""种地的收入：自己种的亩数乘每亩评估额（R-02，假设），家里要有不到70岁、能干活的大人。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.words import sure

COLUMN = Column("月种植收入", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"n_farmers": count(col.able_adult & (col.age < 70))}


def value(std: Standards) -> Expr:
    per_mu = std.fen("farm_income_per_mu")
    return (
        when(sure((col.n_farmers > 0) & (col.land_farmed > 0)))
        .then(col.land_farmed * per_mu // 12_000)
        .otherwise(0)
    )


GROWN = {"able_adult": True, "age": 50}
EXAMPLES = (
    home("三亩", 25_000, [GROWN], land_farmed=3_000),
    home("都过70岁了", 0, [GROWN | {"age": 70}], land_farmed=3_000),
    home("没有地", 0, [GROWN], land_farmed=0),
    home("没有土地数据就不算", 0, [GROWN], land_farmed=None),
)
