"""智能水表异常：最近一天多少小时没用水。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since

EXTRACT = Extract(per="household", take="latest", by="day")


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(col.day, std.at, 2)
    return {"hours_no_water": when(recent).then("hours_no_use"), "water_read_on": col.day}


EXAMPLES = (
    given("一天半没用水", {"day": date(2022, 7, 15), "hours_no_use": 36}, hours_no_water=36),
    given("三天前的读数", {"day": date(2022, 7, 12), "hours_no_use": 36}, hours_no_water=None),
    given("没有读数", hours_no_water=None),
    stale("断供", {"day": date(2022, 7, 15), "hours_no_use": 36}, hours_no_water=None),
)
