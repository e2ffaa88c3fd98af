"""居住证和流动人口信息：居住证有效到哪天，来平日期，住在哪个区划。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import valid

EXTRACT = Extract(take="latest")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "migrant": valid(col.valid_to, std.at),
        "permit_valid_to": col.valid_to,
        "reside_since": col.reside_since,
        "reside_region": col.region,
    }


EXAMPLES = (
    given("有效", {"valid_to": date(2022, 12, 31)}, migrant=True),
    given("过期", {"valid_to": date(2022, 7, 14)}, migrant=False),
    given("没申报过", migrant=None),
    stale("断供", {"valid_to": date(2022, 12, 31)}, migrant=None),
)
