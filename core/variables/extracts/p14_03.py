"""涉农补贴：近12月月均多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(per="household", absent={"farm_subsidy": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"farm_subsidy": amount_if(year_back(col.pay_date, std.at), "amount") // 12}


EXAMPLES = (
    given("发过", {"pay_date": date(2022, 6, 1), "amount": 1_200}, farm_subsidy=100),
    given("一年前发的", {"pay_date": date(2021, 7, 15), "amount": 1_200}, farm_subsidy=0),
    given("没有", farm_subsidy=0),
    stale("断供", {"pay_date": date(2022, 6, 1), "amount": 1_200}, farm_subsidy=None),
)
