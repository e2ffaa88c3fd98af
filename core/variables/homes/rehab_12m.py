"""近12月康复护理自付：没有人要康复护理就是0；有的话自己掏了多少部门没有数据，要问。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.column import Column
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count

COLUMN = Column("年康复护理支出", pl.Int64())


def members(std: Standards) -> dict[str, Tally]:
    return {"n_rehab": count(col.needs_rehab)}


def value(std: Standards) -> Expr:
    return when(~any_of("n_rehab")).then(0)


EXAMPLES = (
    home("没人要康复", 0, [{"needs_rehab": False}]),
    home("有重残的家人，要问", None, [{"needs_rehab": True}]),
    home("有没有不知道", None, [{"needs_rehab": None}]),
)
