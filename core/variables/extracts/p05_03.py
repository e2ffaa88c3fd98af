"""出生医学证明：这家一年内有没有新生儿，哪天出生。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(per="household", through_person=True, lasting=("birth_on",))


def columns(std: Standards) -> dict[str, Expr]:
    return {"birth_on": when(year_back(col.birth_date, std.at)).then("birth_date").max()}


EXAMPLES = (
    given("上月出生", {"birth_date": date(2022, 6, 1)}, birth_on=date(2022, 6, 1)),
    given("两年前出生", {"birth_date": date(2020, 6, 1)}, birth_on=None),
    given("没有记录", birth_on=None),
    stale("断供", {"birth_date": date(2022, 6, 1)}, birth_on=date(2022, 6, 1)),
)
