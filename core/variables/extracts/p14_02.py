"""土地承包经营权：流转租金每月多少，自己种的地有多少亩（千分之一亩）。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(per="household", absent={"land_rent": 0, "land_farmed": 0})


def columns(std: Standards) -> dict[str, Expr]:
    let = col.transferred.fill_null(0)
    return {
        "land_rent": (let * col.rent.fill_null(0)).sum() // 12_000,
        "land_farmed": (col.area - let).clip(lower_bound=0).sum(),
    }


EXAMPLES = (
    given(
        "流转三亩，自种两亩",
        {"area": 5_000, "transferred": 3_000, "rent": 800_00},
        land_rent=200_00,
        land_farmed=2_000,
    ),
    given("没有承包地", land_rent=0, land_farmed=0),
    stale("断供", {"area": 5_000}, land_rent=None, land_farmed=None),
)
