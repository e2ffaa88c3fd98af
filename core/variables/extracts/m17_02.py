"""职工医疗互助理赔：近12月赔了多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(absent={"mutual_aid_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"mutual_aid_12m": amount_if(year_back(col.claimed_at, std.at), "claim")}


EXAMPLES = (
    given("赔过", {"claimed_at": date(2022, 6, 1), "claim": 300}, mutual_aid_12m=300),
    given("没有", mutual_aid_12m=0),
    stale("断供", {"claimed_at": date(2022, 6, 1), "claim": 300}, mutual_aid_12m=None),
)
