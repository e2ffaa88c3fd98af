"""避灾安置和冬春救助：半年内转移过没有，哪天，是不是还没回。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since, some

EXTRACT = Extract(
    per="household", through_person=True, absent={"sheltered": False}, lasting=("sheltered_on",)
)


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(col.in_date, std.at, std.integer("shock_window_days"))
    return {
        "sheltered": some(recent),
        "sheltered_on": when(recent).then("in_date").max(),
        "still_sheltered": some(recent & (col.out_date.is_null() | (col.out_date > std.at))),
    }


EXAMPLES = (
    given("转移了没回", {"in_date": date(2022, 7, 10)}, sheltered=True, still_sheltered=True),
    given("去年", {"in_date": date(2021, 7, 10)}, sheltered=False),
    given("没有", sheltered=False),
    stale("断供", {"in_date": date(2022, 7, 10)}, sheltered=None, sheltered_on=date(2022, 7, 10)),
)
