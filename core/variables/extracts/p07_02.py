"""房屋买卖合同网签：一年内买房的日子。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(lasting=("home_bought_on",))


def columns(std: Standards) -> dict[str, Expr]:
    bought = (col.role == "买方") & year_back(col.contract_date, std.at)
    return {"home_bought_on": when(bought).then("contract_date").max()}


BUY = {"role": "买方", "contract_date": date(2022, 7, 1)}
EXAMPLES = (
    given("买房", BUY, home_bought_on=date(2022, 7, 1)),
    given("卖房", BUY | {"role": "卖方"}, home_bought_on=None),
    given("没有记录", home_bought_on=None),
    stale("断供", BUY, home_bought_on=date(2022, 7, 1)),
)
