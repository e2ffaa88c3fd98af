"""就业收入豁免还剩几个月（取最短的）。"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, least

COLUMN = Column("豁免剩余月数", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"disregard_first": least(col.disregard_until)}


def value(std: Standards) -> Expr:
    left = (col.disregard_first.dt.year() - std.at.year) * 12
    left += col.disregard_first.dt.month().cast(pl.Int64) - std.at.month
    part = (col.disregard_first.dt.day() < std.at.day).cast(pl.Int64)
    return (left - part).clip(lower_bound=0)


EXAMPLES = (
    home("还有一个多月", 1, [{"disregard_until": date(2022, 9, 1)}]),
    home("正好两个月", 2, [{"disregard_until": date(2022, 9, 15)}]),
    home("到期了", 0, [{"disregard_until": date(2022, 7, 1)}]),
    home("没有豁免", None, [{"disregard_until": None}]),
)
