"""最低生活保障边缘家庭（低边）：没进低保，收入在一点五倍以内、财产合规。

The line is a multiple of the dibao standard, but by law never above the minimum wage.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import Need, need
from core.rules.words import (
    at_most,
    at_most_with_support,
    below_with_support,
    edge_line,
    edge_rests_on,
    on,
    property_needs,
    savings_within,
)

LABEL = Label(
    id="R-08",
    title="最低生活保障边缘家庭（低边）",
    title_en="Low-income edge",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第13条（已核）",
    tag="law",
)


def receiving() -> Expr:
    return on("edge")


def conditions(std: Standards) -> Mapping[str, Need]:
    line, dibao = edge_line(std), std.fen("dibao_std")
    saved = savings_within(std, "prop_cash_mult_year")
    passed = col.asset_ok.fill_null(False)
    rich = any_of(~col.asset_ok.fill_null(True), all_of(~saved, ~passed))
    above = any_of(~below_with_support(dibao), rich)
    return {
        "family_hukou": need(col.family_hukou_local),
        "income": need(at_most(line), shows="pc", limit=line, rests_on=edge_rests_on(std)),
        "support": need(at_most_with_support(line), shows="support"),
        "not_dibao": need(above, shows=("pc", "fin_assets"), limit=dibao, rests_on="dibao_std"),
        "not_listed": need(~on("dibao", "tekun")),
        **property_needs(std, "prop_edge_cash_mult_year"),
    }


EDGE = {
    "family_hukou_local": True,
    "status": "none",
    "n_members": 3,
    "income_month": 400000,
    "wages": 0,
    "new_wage": 0,
    "obligors_apart": False,
    "fin_assets": 0,
    "houses": 1,
    "vehicles": 0,
    "has_business": False,
}
RICH_POOR = EDGE | {"income_month": 0, "fin_assets": 7704001}
EXAMPLES = (
    hit("人均一千三百三十三元", **EDGE),
    hit("恰在低边线", **EDGE | {"income_month": 481500}),
    miss("超一分", **EDGE | {"income_month": 481501}),
    hit("恰为低保标准", **EDGE | {"income_month": 321000}),
    miss("低于低保标准，该进低保", **EDGE | {"income_month": 320999}),
    hit("收入低，存款超低保没超低边", **RICH_POOR),
    miss("存款超低边", **RICH_POOR | {"fin_assets": 11556001}),
    miss("已经是低保", **EDGE | {"status": "dibao"}),
    miss("户口不在本市", **EDGE | {"family_hukou_local": False}),
    miss("有汽车", **EDGE | {"vehicles": 1}),
    hit("已经在册的不再重判", status="edge"),
    unknown("户口没说", **EDGE | {"family_hukou_local": None}),
    unknown("收入没说", **EDGE | {"income_month": None}),
    hit(
        "没有分开住的家人，谁挣多少都不算",
        **EDGE
        | {
            "obligor_exempt": False,
            "obligor_members": 1,
            "obligor_income": 50000000,
            "supported": 1,
        },
    ),
    unknown("有没有分开住的家人没说", **EDGE | {"obligors_apart": None}),
    unknown("身份没说", **EDGE | {"status": None}),
    unknown("存款没说", **EDGE | {"fin_assets": None}),
    unknown("房子没说", **EDGE | {"houses": None}),
)
