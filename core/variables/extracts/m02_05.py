"""求职创业补贴和见习补贴：最近一次见习补贴哪天发的。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, year_back

EXTRACT = Extract(absent={"internship_12m": False})


def columns(std: Standards) -> dict[str, Expr]:
    intern = col.kind == "就业见习"
    return {
        "internship_12m": some(intern & year_back(col.pay_date, std.at)),
        "internship_paid_on": when(intern).then("pay_date").max(),
    }


EXAMPLES = (
    given("在见习", {"kind": "就业见习", "pay_date": date(2022, 7, 1)}, internship_12m=True),
    given("求职补贴", {"kind": "求职创业", "pay_date": date(2022, 7, 1)}, internship_12m=False),
    given("没有", internship_12m=False),
    stale("断供", {"kind": "就业见习", "pay_date": date(2022, 7, 1)}, internship_12m=None),
)
