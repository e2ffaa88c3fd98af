"""网格事件上报：90天内几件。"""

import polars as pl
from polars import Expr

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since, sure

EXTRACT = Extract(per="household", through_person=True, absent={"grid_events_90d": 0})


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(day("reported_at"), std.at, 90)
    return {"grid_events_90d": sure(recent).sum().cast(pl.Int64)}


EXAMPLES = (
    given("一件", {"reported_at": moment(2022, 7, 1, 9)}, grid_events_90d=1),
    given("没有", grid_events_90d=0),
    stale("断供", {"reported_at": moment(2022, 7, 1, 9)}, grid_events_90d=None),
)
