"""消防隐患整改：还有几处没改，最早哪天到期，最近哪天改好过。"""

from datetime import date

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(per="household", absent={"hazards_open": 0}, lasting=("hazard_fixed_on",))


def columns(std: Standards) -> dict[str, Expr]:
    open_ = ~sure(col.fixed_at <= std.at)
    return {
        "hazards_open": open_.sum().cast(pl.Int64),
        "hazard_due": when(open_).then("due_at").min(),
        "hazard_fixed_on": when(~open_).then("fixed_at").max(),
        "hazard_kind": when(open_).then("hazard").sort_by("due_at", "record_id").last(),
    }


EXAMPLES = (
    given("没改", {"due_at": date(2022, 7, 1)}, hazards_open=1, hazard_due=date(2022, 7, 1)),
    given(
        "改好了",
        {"due_at": date(2022, 7, 1), "fixed_at": date(2022, 7, 15)},
        hazards_open=0,
        hazard_fixed_on=date(2022, 7, 15),
    ),
    given("没有任务", hazards_open=0),
    stale("断供", {"due_at": date(2022, 7, 1)}, hazards_open=None),
)
