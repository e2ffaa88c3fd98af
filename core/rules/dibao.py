"""最低生活保障（低保）：人均收入低于标准、财产合规的本市户籍家庭。

The grant fills the gap up to the standard. Two procedures stand side by side (the province's
ordinance and the ministry's 2021 measures); the city says which days it promises.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need
from core.rules.words import below, below_with_support, gap, on, property_needs

LABEL = Label(
    id="R-05",
    title="最低生活保障（低保）",
    title_en="Dibao",
    since=date(2014, 11, 1),
    source="国务院令第649号第9–13条；浙江省社会救助条例第9–12条（已核）",
    tag="law",
)


def receiving() -> Expr:
    return on("dibao")


def conditions(std: Standards) -> Mapping[str, Need]:
    line = std.fen("dibao_std")
    return {
        "family_hukou": need(col.family_hukou_local),
        "income": need(below(line), shows="pc", limit=line, rests_on="dibao_std"),
        "support": need(below_with_support(line), shows="support"),
        **property_needs(std, "prop_cash_mult_year"),
    }


def amount(std: Standards) -> Amount:
    grant = gap(std.fen("dibao_std"))
    return Amount(low=grant, high=grant, rests_on="dibao_std")


POOR = {
    "family_hukou_local": True,
    "n_members": 3,
    "income_month": 80000,
    "wages": 0,
    "new_wage": 0,
    "obligors_apart": False,
    "fin_assets": 0,
    "houses": 1,
    "vehicles": 0,
    "has_business": False,
}
SON = {"obligors_apart": True, "obligor_exempt": False, "obligor_members": 3, "supported": 1}
EXAMPLES = (
    hit("三口人八百元", **POOR),
    hit("差一分到标准", **POOR | {"income_month": 320999}),
    miss("恰为标准", **POOR | {"income_month": 321000}),
    miss("户口不在本市", **POOR | {"family_hukou_local": False}),
    miss("儿子该给的赡养费算上就超了", **POOR | SON | {"obligor_income": 1124000}),
    hit(
        "没有分开住的家人，谁挣多少都不算",
        **POOR | SON | {"obligors_apart": False, "obligor_members": 1, "obligor_income": 50000000},
    ),
    hit("算上赡养费差一分到标准", **POOR | SON | {"obligor_income": 1123998}),
    miss("有汽车", **POOR | {"vehicles": 1}),
    miss("开着店", **POOR | {"has_business": True}),
    miss("存款超了", **POOR | {"fin_assets": 7704001}),
    miss("三套房，面积也大", **POOR | {"houses": 3, "house_area": 400}),
    hit("已经在册的不再重判", status="dibao"),
    hit("部门核算过的", **POOR | {"income_month": None, "counted_income": 320999}),
    unknown("户口没说", **POOR | {"family_hukou_local": None}),
    unknown("收入没说", **POOR | {"income_month": None}),
    hit("收入很少，几口人都一样", **POOR | {"n_members": None}),
    unknown("几口人没说", **POOR | {"n_members": None, "income_month": 200000}),
    unknown("有没有分开住的家人没说", **POOR | {"obligors_apart": None}),
    unknown("存款没说", **POOR | {"fin_assets": None}),
    unknown("车没说", **POOR | {"vehicles": None}),
    miss("收入超了，别的不用问", n_members=1, counted_income=107000),
)
PAYS = (
    Example("补到标准", (241000, 241000), POOR),
    Example("角分进一到元", (200, 200), POOR | {"income_month": 320850}),
    Example("收入在标准以上", (0, 0), POOR | {"income_month": 400000}),
    Example("几口人没说", (None, None), POOR | {"n_members": None}),
)
