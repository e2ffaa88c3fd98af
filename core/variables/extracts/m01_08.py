"""助联体服务工单：30天内有没有上门服务、助餐，最近一次哪天。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since, some, sure

EXTRACT = Extract(absent={"home_service_30d": False, "meal_service_30d": False})


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(col.done_at, std.at, 30)
    meal = col.service.str.contains("餐|膳|meal")
    return {
        "home_service_30d": some(recent & ~sure(meal)),
        "meal_service_30d": some(recent & sure(meal)),
        "served_on": col.done_at.max(),
    }


DONE = {"service": "上门护理", "done_at": date(2022, 7, 1)}
EXAMPLES = (
    given(
        "上门服务", DONE, home_service_30d=True, meal_service_30d=False, served_on=date(2022, 7, 1)
    ),
    given("助餐", DONE | {"service": "助餐"}, home_service_30d=False, meal_service_30d=True),
    given(
        "派了单还没做",
        {"service": "上门护理", "planned_at": date(2022, 7, 20)},
        home_service_30d=None,
    ),
    given("两个月前", DONE | {"done_at": date(2022, 5, 15)}, home_service_30d=False),
    given("没有工单", home_service_30d=False, meal_service_30d=False),
    stale("断供", DONE, home_service_30d=None),
)
