"""农村危房鉴定和改造：鉴定等级和日期，是不是还没治理完。

A grade ends with the repair: what the house is worth afterwards, the next assessment must say.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(per="household", take="latest", by="assessed_at")


def columns(std: Standards) -> dict[str, Expr]:
    done = sure(col.done_at <= std.at)
    return {
        "rural_grade": when(~done).then("grade"),
        "rural_graded_on": when(~done).then("assessed_at"),
        "repair_open": sure(col.measure.is_in(["修缮", "重建"])) & ~done,
        "repaired_on": when(done).then("done_at"),
    }


BAD = {"grade": "D", "assessed_at": date(2022, 1, 1), "measure": "重建"}
EXAMPLES = (
    given("危房", BAD, rural_grade="D", rural_graded_on=date(2022, 1, 1), repair_open=True),
    given("修好了", BAD | {"done_at": date(2022, 6, 1)}, rural_grade=None, repair_open=False),
    given("没鉴定过", rural_grade=None, repair_open=None),
    stale("断供", BAD, rural_grade=None),
)
