"""残疾人家庭无障碍改造：改过没有。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(per="household", absent={"home_adapted": False}, lasting=("home_adapted",))


def columns(std: Standards) -> dict[str, Expr]:
    return {"home_adapted": sure(col.done_at <= std.at).any()}


EXAMPLES = (
    given("改好了", {"done_at": date(2022, 6, 1)}, home_adapted=True),
    given("还没完工", {"done_at": None}, home_adapted=False),
    given("没有改造", home_adapted=False),
    stale("断供，改好的还在", {"done_at": date(2022, 6, 1)}, home_adapted=True),
    stale("断供，不知道", home_adapted=None),
)
