"""在享照护服务。"""

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="在享照护服务",
    title_en="Care services received",
    kind="number",
    unit="项",
    classes=("M01-03", "M04-01", "M08-02"),
    fresh_days=60,
    ask="现在有人上门护理、送餐或巡访吗？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    services = {
        "n_bed": col.care_bed,
        "n_home_service": col.home_service_30d,
        "n_day_care": col.day_care,
        "n_sickbed": col.home_sickbed,
        "n_patrol": col.patrols_30d > 0,
        "n_meals": col.meal_service_30d,
    }
    return {name: count(received) for name, received in services.items()}


SERVICES = ("n_bed", "n_home_service", "n_day_care", "n_sickbed", "n_patrol", "n_meals")


def value(std: Standards) -> Expr:
    each = [any_of(name) for name in SERVICES]
    known_ = pl.all_horizontal(*(e.is_not_null() for e in each))
    return when(known_).then(pl.sum_horizontal(*(e.cast(pl.Int64) for e in each)))


NONE = {
    "care_bed": False,
    "home_service_30d": False,
    "day_care": False,
    "home_sickbed": False,
    "patrols_30d": 0,
    "meal_service_30d": False,
}
EXAMPLES = (
    home("一项也没有", 0, [NONE]),
    home("床位和巡防", 2, [NONE | {"care_bed": True, "patrols_30d": 8}]),
    home("两个人同一项算一项", 1, [NONE | {"day_care": True}, NONE | {"day_care": True}]),
    home("助餐", 1, [NONE | {"meal_service_30d": True}]),
    home("托养没来", None, [NONE | {"care_bed": True, "day_care": None}]),
)
