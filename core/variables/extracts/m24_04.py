"""独居老人日用电异常：最近两天里几天骤降或零用电。"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since, sure

EXTRACT = Extract(per="household")


def columns(std: Standards) -> dict[str, Expr]:
    low = since(col.day, std.at, 2) & col.anomaly.is_in(["骤降", "零用电"])
    return {"power_low_days": sure(low).sum().cast(pl.Int64), "power_read_on": col.day.max()}


LOW = {"day": date(2022, 7, 14), "anomaly": "骤降"}
EXAMPLES = (
    given("连着两天", LOW, LOW | {"day": date(2022, 7, 13)}, power_low_days=2),
    given("正常", LOW | {"anomaly": "正常"}, power_low_days=0),
    given("没有读数", power_low_days=None),
    stale("断供", LOW, power_low_days=None),
)
