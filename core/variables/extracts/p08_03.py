"""宅基地使用权登记：有没有自家的农房，面积多少。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract(per="household")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "farmhouse": some(col.house_area > 0),
        "farmhouse_area": col.house_area.fill_null(0).sum(),
    }


EXAMPLES = (
    given("有房", {"house_area": 120_000}, farmhouse=True, farmhouse_area=120_000),
    given("只有地", {"house_area": 0}, farmhouse=False),
    given("没确权不等于没有", farmhouse=None),
    stale("断供", {"house_area": 120_000}, farmhouse=None),
)
