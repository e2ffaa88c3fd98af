"""支出型困难（浙江口径）：扣掉看病、上学等大开销，人均低于低保标准。

In force until the national measures of November 2024 take over.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need
from core.rules.words import after_costs, after_costs_asks, on, poor_after_costs

LABEL = Label(
    id="R-10",
    title="支出型困难家庭（浙江口径）",
    title_en="Hardship by expenditure (Zhejiang)",
    since=date(2014, 11, 1),
    until=date(2024, 11, 1),
    source="浙江省社会救助条例第21条第4项、第41条（已核）",
    tag="law",
)


def receiving() -> Expr:
    return on("rigid")


def asks(std: Standards) -> Mapping[str, tuple[str, ...]]:
    return after_costs_asks()


def columns(std: Standards) -> Mapping[str, Expr]:
    """`after_costs`: income of a year less unavoidable costs; `costs_pc`: a head and month. Fen."""
    return after_costs()


def conditions(std: Standards) -> Mapping[str, Need]:
    line = std.fen("dibao_std")
    return {
        "family_hukou": need(col.family_hukou_local),
        "costs": need(poor_after_costs(std), shows="costs_pc", limit=line, rests_on="dibao_std"),
    }


def amount(std: Standards) -> Amount:
    """Up to the dibao standard; for how many months is the city's choice."""
    most = std.fen("dibao_std") * col.n_members
    return Amount(low=0, high=most, rests_on="extra_grant_rate")


ILL = {"family_hukou_local": True, "n_members": 2, "income_12m": 6000000, "rigid_year": 3432001}
EXAMPLES = (
    hit("扣完差一分到标准", **ILL),
    miss("扣完恰为标准", **ILL | {"rigid_year": 3432000}),
    miss("户口不在本市", **ILL | {"family_hukou_local": False}),
    hit("部门算好的", family_hukou_local=True, after_costs_pc=106999),
    hit("开销比收入还大", **ILL | {"rigid_year": 9000000}),
    hit("已经认定的", status="rigid"),
    unknown("户口没说", **ILL | {"family_hukou_local": None}),
    unknown("一年收入没说", **ILL | {"income_12m": None}),
    unknown("开销没说", **ILL | {"rigid_year": None}),
    unknown("几口人没说", **ILL | {"n_members": None}),
)
PAYS = (Example("最多补到标准", (0, 214000), ILL),)
