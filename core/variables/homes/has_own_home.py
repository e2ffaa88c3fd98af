"""有自己的房：登记了住房，或有宅基地上的房。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count

COLUMN = Column("有自己的房", pl.Boolean())


def members(std: Standards) -> dict[str, Tally]:
    return {"n_owners": count(col.homes_owned > 0)}


def value(std: Standards) -> Expr:
    return any_of("n_owners") | col.farmhouse | (col.checked_houses > 0)


EXAMPLES = (
    home("登记了", True, [{"homes_owned": 1}, {"homes_owned": None}]),
    home("有农房", True, [{"homes_owned": None}], farmhouse=True),
    home("核对有一套", True, [{"homes_owned": None}], checked_houses=1),
    home("哪里都没有", False, [{"homes_owned": 0}], farmhouse=False, checked_houses=0),
    home("没有记录不等于没有", None, [{"homes_owned": None}]),
)
