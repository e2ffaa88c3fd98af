"""殡葬火化信息：死亡日期（只作有，不作没有）。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(lasting=("cremated_death_on", "cremated_on"))


def columns(std: Standards) -> dict[str, Expr]:
    return {"cremated_death_on": col.death_date.min(), "cremated_on": col.cremated_at.min()}


EXAMPLES = (
    given("有记录", {"death_date": date(2022, 7, 1)}, cremated_death_on=date(2022, 7, 1)),
    given("没有记录", cremated_death_on=None),
    stale("断供也不会复活", {"death_date": date(2022, 7, 1)}, cremated_death_on=date(2022, 7, 1)),
)
