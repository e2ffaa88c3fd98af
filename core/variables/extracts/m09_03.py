"""道路交通事故社会救助基金：最近一次拨付哪天，近12月多少。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(
    per="household", through_person=True, absent={"road_fund_12m": 0}, lasting=("road_fund_on",)
)


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "road_fund_12m": amount_if(year_back(col.paid_at, std.at), "amount"),
        "road_fund_on": col.paid_at.max(),
    }


PAID = {"kind": "困难补助", "paid_at": date(2022, 7, 1), "amount": 20_000_00}
EXAMPLES = (
    given("拨付了", PAID, road_fund_12m=20_000_00, road_fund_on=date(2022, 7, 1)),
    given("申请了还没拨", PAID | {"paid_at": None}, road_fund_12m=0, road_fund_on=None),
    given("一年以前", PAID | {"paid_at": date(2021, 7, 15)}, road_fund_12m=0),
    given("没有", road_fund_12m=0, road_fund_on=None),
    stale("断供，拨过还是拨过", PAID, road_fund_12m=None, road_fund_on=date(2022, 7, 1)),
)
