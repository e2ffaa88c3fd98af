"""最低生活保障对象信息：是不是低保户、单人保户，从哪天起，月补多少，核定人均多少，几时复核。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, last, some

EXTRACT = Extract(per="household", absent={"dibao_listed": False, "danrenbao_listed": False})


def columns(std: Standards) -> dict[str, Expr]:
    active = col.status.is_in(["在保", "渐退"]) & (col.start_date.fill_null(std.at) <= std.at)
    family = active & (col.category == "低保")
    return {
        "dibao_listed": some(family),
        "danrenbao_listed": some(active & (col.category == "单人保")),
        "dibao_since": when(family).then("start_date").max(),
        "dibao_leaving": some(family & (col.status == "渐退")),
        "dibao_amount": amount_if(active, "monthly_amount"),
        "dibao_income_pc": when(family)
        .then("assessed_income_pc")
        .sort_by("data_date", "record_id")
        .last(),
        "review_due": when(active).then("review_due").min(),
        "listed_region": last("region"),
    }


DIBAO = {"status": "在保", "category": "低保", "start_date": date(2021, 1, 1)}
EXAMPLES = (
    given("在保", DIBAO, dibao_listed=True, danrenbao_listed=False, dibao_since=date(2021, 1, 1)),
    given("渐退期内仍在保", DIBAO | {"status": "渐退"}, dibao_listed=True, dibao_leaving=True),
    given("已停保", DIBAO | {"status": "停保"}, dibao_listed=False, dibao_since=None),
    given("下月才起保", DIBAO | {"start_date": date(2022, 8, 1)}, dibao_listed=False),
    given("当天起保", DIBAO | {"start_date": date(2022, 7, 15)}, dibao_listed=True),
    given("单人保", DIBAO | {"category": "单人保"}, dibao_listed=False, danrenbao_listed=True),
    given("状态没填", DIBAO | {"status": None}, dibao_listed=None),
    given("名册里没有", dibao_listed=False, danrenbao_listed=False, review_due=None),
    stale("名册断供", DIBAO, dibao_listed=None, dibao_since=None),
)
