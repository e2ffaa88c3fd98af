"""赡养费计入：不住在一起的子女、父母该给多少。

What was agreed or ruled comes first; otherwise the city's formula; more where more is paid.
Relatives in hardship owe nothing. Which formula is a parameter, so another city changes it without code.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, coalesce, col, max_horizontal, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need
from core.rules.words import basis_points

LABEL = Label(
    id="R-03",
    title="赡养费（抚养、扶养费）计入",
    title_en="Support from relatives living apart",
    since=date(2022, 1, 1),
    source="民发〔2021〕57号：赡养费属转移净收入；公式为地方规定",
    tag="law",
)
WANTED = ("obligor_exempt", "obligor_income", "obligor_members")


def columns(std: Standards) -> Mapping[str, Expr]:
    """`support`: what relatives living apart owe the family a month, all together; `support_most`:
    the same if they are not in hardship. Fen."""
    rule, agreed = coalesce(col.support_agreed, formula(std)), col.support_agreed.is_not_null()
    owed = when(rule.is_not_null()).then(max_horizontal(rule, col.support_paid))
    none = (col.obligors_apart == False) | (col.obligor_exempt & ~agreed)  # noqa: E712
    due = col.obligors_apart & (agreed | ~col.obligor_exempt)
    support = when(none | (owed == 0)).then(0).when(due).then(owed)
    return {"support": support, "support_most": coalesce(support, owed)}


def asks(std: Standards) -> Mapping[str, tuple[str, ...]]:
    wanted = WANTED if std["support_formula"] == "excess" else (*WANTED, "supported")
    entries = ("obligors_apart", *(f"{name} if obligors_apart" for name in wanted))
    return {"support": entries, "support_most": entries}


def formula(std: Standards) -> Expr:
    """The city's formula; fen a month for everybody they support together."""
    free = std.fen("dibao_std", std.number("support_base_mult"))
    line = free * col.obligor_members
    nothing = when(col.obligor_income <= free).then(0)
    rate = basis_points(std, "support_excess_rate")
    if std["support_formula"] == "excess":
        return coalesce((col.obligor_income - line).clip(lower_bound=0) * rate // 10_000, nothing)
    if std["support_formula"] == "percent_of_standard":
        share = std.fen("dibao_std") * rate // 10_000 * col.supported
        owes = when(col.obligor_income > line).then(share).when(col.obligor_income <= line)
        return coalesce(owes.then(0), nothing)
    return std.fen("support_fixed") * col.supported


def conditions(std: Standards) -> Mapping[str, Need]:
    return {
        "owes": need(col.obligors_apart),
        "amount": need(col.support > 0, shows="support", limit=0, rests_on=PARAMETERS),
    }


PARAMETERS = ("support_formula", "support_excess_rate", "support_base_mult")


def amount(std: Standards) -> Amount:
    each = col.support // when(col.support == 0).then(1).otherwise(col.supported)
    return Amount(
        low=each, high=each, unit=("元/人·月", "yuan a person a month"), rests_on=PARAMETERS
    )


SON = {"obligors_apart": True, "obligor_exempt": False, "obligor_members": 3, "supported": 2}
RICH = SON | {"obligor_income": 1200000}
EXAMPLES = (
    hit("儿子家三口人一万二", **RICH),
    miss("恰在免计线", **SON | {"obligor_income": 642000}),
    hit("超免计线四分", **SON | {"obligor_income": 642004}),
    miss("没有分开住的家人", obligors_apart=False),
    miss("儿子自己吃低保", **RICH | {"obligor_exempt": True}),
    hit("判决写明的，儿子困难也按判决", **RICH | {"obligor_exempt": True, "support_agreed": 50000}),
    hit("实际给的比约定多", **RICH | {"support_agreed": 0, "support_paid": 30000}),
    unknown("有没有分开住的家人没说", **RICH | {"obligors_apart": None}),
    unknown("儿子家困难不困难没说", **RICH | {"obligor_exempt": None}),
    unknown("儿子家收入没说", **RICH | {"obligor_income": None}),
    unknown("儿子家几口人没说", **RICH | {"obligor_members": None}),
)
PAYS = (
    Example("超出部分的一半，两位老人分", (139500, 139500), RICH),
    Example("没到免计线", (0, 0), SON | {"obligor_income": 600000}),
    Example("没有分开住的家人", (0, 0), {"obligors_apart": False}),
)
