"""网格事件上报：90天内几件，同一类的最多几件。"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, most_alike, since, sure

EXTRACT = Extract(
    per="household", through_person=True, absent={"grid_events_90d": 0, "grid_same_90d": 0}
)


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(day("reported_at"), std.at, 90)
    return {
        "grid_events_90d": sure(recent).sum().cast(pl.Int64),
        "grid_same_90d": most_alike(col.kind, sure(recent)),
    }


EXAMPLES = (
    given("一件", {"reported_at": moment(2022, 7, 1, 9)}, grid_events_90d=1),
    given(
        "两类各一件",
        {"reported_at": moment(2022, 7, 1, 9), "kind": "环境"},
        {"reported_at": moment(2022, 7, 2, 9), "kind": "隐患"},
        grid_events_90d=2,
        grid_same_90d=1,
    ),
    given("没有", grid_events_90d=0),
    stale("断供", {"reported_at": moment(2022, 7, 1, 9)}, grid_events_90d=None),
)
