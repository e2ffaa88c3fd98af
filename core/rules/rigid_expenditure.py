"""刚性支出困难家庭（国家口径）：没进低保低边，必需的开销占了收入一大半。

The ministry's measures of November 2024. Recognition lasts a year at most; it gives no monthly
grant but opens the other kinds of help.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, coalesce, col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.need import Need, need
from core.rules.words import after_costs, after_costs_asks, basis_points, below, on, property_needs

LABEL = Label(
    id="R-10",
    title="刚性支出困难家庭（国家口径）",
    title_en="Hardship by unavoidable expenditure (national)",
    since=date(2024, 11, 1),
    source="《刚性支出困难家庭认定办法》（新华社2024-11-01报道）",
    tag="page",
)


def receiving() -> Expr:
    return on("rigid")


def asks(std: Standards) -> Mapping[str, tuple[str, ...]]:
    return after_costs_asks()


def columns(std: Standards) -> Mapping[str, Expr]:
    """As in the version before it: other rules read `after_costs` on any day."""
    return after_costs()


def conditions(std: Standards) -> Mapping[str, Need]:
    average, share = std.fen("dpi_pc_year") // 12, basis_points(std, "rigid_ratio")
    told = col.rigid_year * 10_000 > col.year * share
    heavy = coalesce(told, col.rigid_share > share)
    return {
        "not_listed": need(~on("dibao", "danrenbao", "tekun", "edge")),
        "income": need(below(average), shows="pc", limit=average, rests_on="dpi_pc_year"),
        "heavy": need(
            heavy, shows="rigid_year", limit=col.year * share // 10_000, rests_on="rigid_ratio"
        ),
        **property_needs(std, "prop_edge_cash_mult_year"),
    }


HEAVY = {
    "status": "none",
    "n_members": 2,
    "income_month": 500000,
    "wages": 0,
    "new_wage": 0,
    "income_12m": 6000000,
    "rigid_year": 3600001,
    "fin_assets": 0,
    "houses": 1,
    "vehicles": 0,
    "has_business": False,
}
EXAMPLES = (
    hit("开销刚过六成", **HEAVY),
    miss("恰为六成", **HEAVY | {"rigid_year": 3600000}),
    miss("已经是低边", **HEAVY | {"status": "edge"}),
    miss("收入恰为平均", **HEAVY | {"income_month": 1100000}),
    miss("有汽车", **HEAVY | {"vehicles": 1}),
    hit("部门算好的", **HEAVY | {"income_12m": None, "rigid_year": None, "rigid_share": 6001}),
    hit("已经认定的", status="rigid"),
    unknown("身份没说", **HEAVY | {"status": None}),
    unknown("收入没说", **HEAVY | {"income_month": None, "income_12m": None}),
    unknown("开销没说", **HEAVY | {"rigid_year": None}),
    unknown("存款没说", **HEAVY | {"fin_assets": None}),
)
