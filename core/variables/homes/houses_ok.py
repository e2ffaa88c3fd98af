"""住房在限额内（R-04）：不超过一套，或人均面积不超过上限。

A means check counts the houses; without one, a second registered house is known, a first is not.
"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, known, total

COLUMN = Column("住房在限额内", pl.Boolean())


def members(std: Standards) -> dict[str, Tally]:
    return {"homes_sum": total(col.homes_owned), "homes_area_sum": total(col.homes_area)}


def value(std: Standards) -> Expr:
    most_, area = std.integer("prop_house_max"), std.integer("prop_house_area_pc") * 1000
    registered = when(col.homes_sum > most_).then("homes_sum")
    few = pl.max_horizontal("checked_houses", registered) <= most_
    return few | (known("homes_area_sum") <= area * col.n_members)


EXAMPLES = (
    home("核对一套", True, [{"homes_owned": None}], checked_houses=1, n_members=3),
    home(
        "两套，人均面积大",
        False,
        [{"homes_owned": 2, "homes_area": 240_000}],
        checked_houses=2,
        n_members=3,
    ),
    home(
        "两套，人均面积小",
        True,
        [{"homes_owned": 2, "homes_area": 180_000}],
        checked_houses=2,
        n_members=3,
    ),
    home(
        "没核对，登记两套，面积不全", None, [{"homes_owned": 2}, {"homes_owned": None}], n_members=2
    ),
    home("没核对，登记一套", None, [{"homes_owned": 1}, {"homes_owned": None}], n_members=2),
)
