"""残疾儿童康复救助：今年在不在受助。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract(absent={"child_rehab_aided": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"child_rehab_aided": some(col.year == std.at.year)}


EXAMPLES = (
    given("今年受助", {"year": 2022, "amount": 100}, child_rehab_aided=True),
    given("去年受助", {"year": 2021, "amount": 100}, child_rehab_aided=False),
    given("没有", child_rehab_aided=False),
    stale("断供", {"year": 2022}, child_rehab_aided=None),
)
