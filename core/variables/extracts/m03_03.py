"""困难群众高额医疗费用化解：近12月化解了多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(per="household", absent={"cost_resolved_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"cost_resolved_12m": amount_if(year_back(col.data_date, std.at), "resolved")}


EXAMPLES = (
    given("化解过", {"resolved": 900}, cost_resolved_12m=900),
    given("一年前", {"resolved": 900, "data_date": date(2021, 7, 15)}, cost_resolved_12m=0),
    given("没有", cost_resolved_12m=0),
    stale("断供", {"resolved": 900}, cost_resolved_12m=None),
)
