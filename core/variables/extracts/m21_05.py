"""慈善物资发放：冰箱、洗衣机、电视、空调最近哪天送到。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(
    per="household",
    through_person=True,
    lasting=("given_fridge_on", "given_washer_on", "given_tv_on", "given_aircon_on"),
)

ITEMS = {"fridge": "冰箱", "washer": "洗衣机", "tv": "电视", "aircon": "空调"}


def columns(std: Standards) -> dict[str, Expr]:
    return {
        f"given_{name}_on": when(col.item == item).then("delivered_at").max()
        for name, item in ITEMS.items()
    }


EXAMPLES = (
    given(
        "送了冰箱",
        {"item": "冰箱", "delivered_at": date(2022, 6, 1)},
        given_fridge_on=date(2022, 6, 1),
        given_tv_on=None,
    ),
    given("没送过", given_fridge_on=None),
    stale(
        "断供，送了就是送了",
        {"item": "电视", "delivered_at": date(2022, 6, 1)},
        given_tv_on=date(2022, 6, 1),
    ),
)
