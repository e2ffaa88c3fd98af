"""户籍死亡注销：死亡日期。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract(
    absent={"death_registered": False}, lasting=("death_registered", "death_registered_on")
)


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "death_registered": some(col.death_date.fill_null(std.at) <= std.at),
        "death_registered_on": col.death_date.min(),
    }


DEAD = {"death_date": date(2022, 7, 1)}
EXAMPLES = (
    given("已注销", DEAD, death_registered=True, death_registered_on=date(2022, 7, 1)),
    given("日期没写也是注销", {"death_date": None}, death_registered=True),
    given("没有注销", death_registered=False, death_registered_on=None),
    stale("断供也不会复活", DEAD, death_registered=True),
    stale("断供，不知道有没有", death_registered=None),
)
