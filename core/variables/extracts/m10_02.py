"""“飞地抱团”持股增收：近12月分红折成每月多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(per="household", absent={"enclave_dividend": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"enclave_dividend": amount_if(year_back(col.pay_date, std.at), "dividend") // 12}


EXAMPLES = (
    given("分过红", {"pay_date": date(2022, 6, 1), "dividend": 1_200}, enclave_dividend=100),
    given("一年前", {"pay_date": date(2021, 7, 15), "dividend": 1_200}, enclave_dividend=0),
    given("没有股份", enclave_dividend=0),
    stale("断供", {"pay_date": date(2022, 6, 1), "dividend": 1_200}, enclave_dividend=None),
)
