"""居民死亡医学证明：死亡日期（只作有，不作没有）。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(lasting=("death_certified_on",))


def columns(std: Standards) -> dict[str, Expr]:
    return {"death_certified_on": col.death_date.min()}


EXAMPLES = (
    given("有证明", {"death_date": date(2022, 7, 1)}, death_certified_on=date(2022, 7, 1)),
    given("没有记录", death_certified_on=None),
    stale("断供", {"death_date": date(2022, 7, 1)}, death_certified_on=date(2022, 7, 1)),
)
