"""重病重残单人保名册：在不在册。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract(absent={"single_guarded": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"single_guarded": some(col.start_date.fill_null(std.at) <= std.at)}


EXAMPLES = (
    given("在册", {"basis": "重残", "start_date": date(2022, 1, 1)}, single_guarded=True),
    given("下月才开始", {"start_date": date(2022, 8, 1)}, single_guarded=False),
    given("不在册", single_guarded=False),
    stale("断供", {"start_date": date(2022, 1, 1)}, single_guarded=None),
)
