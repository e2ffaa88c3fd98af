"""个体经营定期定额：是不是在定期定额户名册。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, valid

EXTRACT = Extract(absent={"trading": False})


def columns(std: Standards) -> dict[str, Expr]:
    begun = col.from_date.fill_null(std.at) <= std.at
    return {"trading": some(begun & valid(col.to_date, std.at))}


EXAMPLES = (
    given("在营", {"from_date": date(2022, 1, 1)}, trading=True),
    given("已停", {"from_date": date(2021, 1, 1), "to_date": date(2022, 7, 14)}, trading=False),
    given("不是", trading=False),
    stale("断供", {"from_date": date(2022, 1, 1)}, trading=None),
)
