"""辅助器具适配：近12月自己掏了多少。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(absent={"device_cost_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    own = (col.cost.fill_null(0) - col.subsidy.fill_null(0)).clip(lower_bound=0)
    return {"device_cost_12m": when(year_back(col.fitted_at, std.at)).then(own).sum()}


FIT = {"fitted_at": date(2022, 6, 1), "cost": 900, "subsidy": 600}
EXAMPLES = (
    given("补贴以外自己出", FIT, device_cost_12m=300),
    given("一年前装的", FIT | {"fitted_at": date(2021, 7, 15)}, device_cost_12m=0),
    given("没适配过", device_cost_12m=0),
    stale("断供", FIT, device_cost_12m=None),
)
