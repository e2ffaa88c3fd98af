"""支出型（刚性支出）困难家庭信息：在不在册，认定的年收入和刚性支出，到哪天为止。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, valid

EXTRACT = Extract(per="household", absent={"rigid_listed": False})


def columns(std: Standards) -> dict[str, Expr]:
    active = (col.status == "在册") & valid(col.valid_to, std.at)
    found = {"rigid_income_12m": "income_12m", "rigid_cost_12m": "rigid_exp_12m"}
    return {
        "rigid_listed": some(active),
        "rigid_valid_to": when(active).then("valid_to").max(),
        **{
            n: when(active).then(c).sort_by("data_date", "record_id").last()
            for n, c in found.items()
        },
    }


RIGID = {"status": "在册", "valid_to": date(2022, 12, 31), "income_12m": 100, "rigid_exp_12m": 62}
EXAMPLES = (
    given("在册", RIGID, rigid_listed=True, rigid_income_12m=100, rigid_cost_12m=62),
    given(
        "已到期", RIGID | {"valid_to": date(2022, 7, 14)}, rigid_listed=False, rigid_cost_12m=None
    ),
    given("退出", RIGID | {"status": "退出"}, rigid_listed=False),
    given("名册里没有", rigid_listed=False),
    stale("名册断供", RIGID, rigid_listed=None),
)
