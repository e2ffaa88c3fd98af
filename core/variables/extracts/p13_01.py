"""在押服刑人员：在不在押，哪天入监，哪天释放。限定人员。

Other provinces are missing: only what is recorded counts.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", by="in_date")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "in_prison": col.state == "在押",
        "prison_since": when(col.state == "在押").then("in_date"),
        "prison_until": when(col.state == "在押").then("release_date"),
        "released_on": when(col.state != "在押").then("release_date"),
    }


INSIDE = {"state": "在押", "in_date": date(2021, 1, 1), "release_date": date(2024, 1, 1)}
EXAMPLES = (
    given(
        "在押",
        INSIDE,
        in_prison=True,
        prison_since=date(2021, 1, 1),
        prison_until=date(2024, 1, 1),
        released_on=None,
    ),
    given(
        "已释放",
        INSIDE | {"state": "释放", "release_date": date(2022, 7, 1)},
        in_prison=False,
        released_on=date(2022, 7, 1),
    ),
    given("没有记录", in_prison=None),
    stale("断供", INSIDE, in_prison=None),
)
