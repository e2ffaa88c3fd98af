"""最低生活保障边缘家庭信息：是不是低边户，核定人均多少，到哪天为止。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, valid

EXTRACT = Extract(per="household", absent={"edge_listed": False})


def columns(std: Standards) -> dict[str, Expr]:
    begun = col.valid_from.fill_null(std.at) <= std.at
    active = (col.status == "在册") & begun & valid(col.valid_to, std.at)
    return {
        "edge_listed": some(active),
        "edge_income_pc": when(active)
        .then("assessed_income_pc")
        .sort_by("data_date", "record_id")
        .last(),
        "edge_valid_to": when(active).then("valid_to").max(),
    }


EDGE = {"status": "在册", "valid_from": date(2022, 1, 1), "valid_to": date(2022, 12, 31)}
EXAMPLES = (
    given("在册", EDGE, edge_listed=True, edge_valid_to=date(2022, 12, 31)),
    given("退出", EDGE | {"status": "退出"}, edge_listed=False),
    given("当天到期仍有效", EDGE | {"valid_to": date(2022, 7, 15)}, edge_listed=True),
    given("昨天到期", EDGE | {"valid_to": date(2022, 7, 14)}, edge_listed=False),
    given("还没开始", EDGE | {"valid_from": date(2022, 7, 16)}, edge_listed=False),
    given("名册里没有", edge_listed=False),
    stale("名册断供", EDGE, edge_listed=None),
)
