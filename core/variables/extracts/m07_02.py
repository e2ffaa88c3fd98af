"""走失人员登记：还没找到的，从哪天起。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, some, sure

EXTRACT = Extract(absent={"missing": False}, lasting=("missing", "missing_on"))


def columns(std: Standards) -> dict[str, Expr]:
    lost = (day("missing_at") <= std.at) & ~sure(day("found_at") <= std.at)
    return {
        "missing": some(lost),
        "missing_on": when(lost).then(day("missing_at")).max(),
        "missing_demented": some(col.dementia),
    }


LOST = {"missing_at": moment(2022, 7, 10), "dementia": True}
EXAMPLES = (
    given("没找到", LOST, missing=True, missing_on=date(2022, 7, 10), missing_demented=True),
    given("找到了", LOST | {"found_at": moment(2022, 7, 11)}, missing=False, missing_on=None),
    given("没有走失", missing=False),
    stale("断供，没找到还是没找到", LOST, missing=True),
)
