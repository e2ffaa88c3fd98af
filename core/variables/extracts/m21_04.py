"""慈善助学：近12月有没有。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, year_back

EXTRACT = Extract(absent={"charity_school_aid": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"charity_school_aid": some((col.amount > 0) & year_back(col.data_date, std.at))}


EXAMPLES = (
    given("有", {"amount": 500}, charity_school_aid=True),
    given("没有", charity_school_aid=False),
    stale("断供", {"amount": 500}, charity_school_aid=None),
)
