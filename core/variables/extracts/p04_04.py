"""大病保险赔付：近12月赔了多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(absent={"critical_paid_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"critical_paid_12m": amount_if(year_back(col.data_date, std.at), "paid")}


EXAMPLES = (
    given("赔过", {"paid": 900}, critical_paid_12m=900),
    given("一年前赔的", {"paid": 900, "data_date": date(2021, 7, 15)}, critical_paid_12m=0),
    given("没赔过", critical_paid_12m=0),
    stale("断供", {"paid": 900}, critical_paid_12m=None),
)
