"""医疗救助：低保、特困、低边和因病致贫的人，看病自付部分再救助一块。

In a chat only "one large bill" is ever mentioned, never the illness.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.logic import all_of, any_of
from core.rules.engine.need import YUAN_A_YEAR, Amount, Need, need
from core.rules.words import IN_HARDSHIP, basis_points, on, poor_after_costs

LABEL = Label(
    id="R-20",
    title="医疗救助",
    title_en="Medical assistance",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第21–24条（已核）；国办发〔2021〕42号（凭记忆）",
    tag="law",
)
GROUPS: tuple[tuple[tuple[str, ...], str, str | None], ...] = (
    (("tekun",), "med_aid_ratio_tekun", None),
    (("dibao", "danrenbao"), "med_aid_ratio_dibao", None),
    (("edge",), "med_aid_ratio_edge", "med_aid_deduct_edge_rate"),
    (("rigid", "none"), "med_aid_ratio_poor", "med_aid_deduct_poor_rate"),
)
"""Lists, share paid, and share of average income that people bear themselves first."""
PARAMETERS = ("dpi_pc_year", "med_aid_year_cap", *(ratio for _, ratio, _ in GROUPS))


def conditions(std: Standards) -> Mapping[str, Need]:
    own = by_group([lit(_threshold(std, rate)) for *_, rate in GROUPS])
    most = _threshold(std, "med_aid_deduct_poor_rate")
    by_costs = all_of(col.med_year > most, poor_after_costs(std))
    return {
        "poor": need(any_of(on(*IN_HARDSHIP, "rigid"), by_costs), shows=("status", "costs_pc")),
        "costs": need(
            any_of(col.med_year > most, all_of(col.med_year > 0, col.med_year > own)),
            shows="med_year",
            limit=own,
            rests_on="dpi_pc_year",
        ),
    }


def amount(std: Standards) -> Amount:
    a_year = by_group([_paid(std, ratio, rate) for _, ratio, rate in GROUPS])
    return Amount(low=a_year, high=a_year, unit=YUAN_A_YEAR, rests_on=PARAMETERS)


def by_group(values: list[Expr]) -> Expr:
    """The value of the group a person belongs to; unknown while the family's list is."""
    found = lit(None)
    for (lists, _, _), value in zip(GROUPS, values, strict=True):
        found = when(on(*lists)).then(value).otherwise(found)
    return found


def _paid(std: Standards, ratio: str, rate: str | None) -> Expr:
    base = (col.med_year - _threshold(std, rate)).clip(lower_bound=0)
    return (base * basis_points(std, ratio) // 10_000).clip(upper_bound=std.fen("med_aid_year_cap"))


def _threshold(std: Standards, rate: str | None) -> int:
    """What people of a group bear themselves first. Fen a year."""
    return 0 if rate is None else std.fen("dpi_pc_year", std.number(rate))


ILL = {"status": "edge", "med_year": 660001}
NOT_LISTED = {"status": "none", "n_members": 2, "income_12m": 6000000, "rigid_year": 3432001}
EXAMPLES = (
    hit("低边，刚过起付线", **ILL),
    miss("低边，恰在起付线", **ILL | {"med_year": 660000}),
    hit("低保没有起付线", status="dibao", med_year=1),
    miss("没花钱", status="dibao", med_year=0),
    hit("不在册，因病致贫", **NOT_LISTED | {"med_year": 1650001}),
    miss("因病致贫的起付线高", **NOT_LISTED | {"med_year": 1650000}),
    miss("不在册，也不算因病致贫", **NOT_LISTED | {"rigid_year": 0, "med_year": 2000000}),
    hit("已经在享受", gets_medical_assistance=True),
    unknown("身份没说", **ILL | {"status": None}),
    unknown("自付没说", **ILL | {"med_year": None}),
    unknown("不在册，一年收入没说", **NOT_LISTED | {"income_12m": None, "med_year": 2000000}),
    unknown("不在册，开销没说", **NOT_LISTED | {"rigid_year": None, "med_year": 2000000}),
    unknown("不在册，几口人没说", **NOT_LISTED | {"n_members": None, "med_year": 2000000}),
)
PAYS = (
    Example("低保八成", (80000, 80000), {"status": "dibao", "med_year": 100000}),
    Example("低边先减起付线", (70000, 70000), ILL | {"med_year": 760000}),
    Example("到年度限额为止", (8000000, 8000000), {"status": "tekun", "med_year": 9000000}),
    Example("身份没说", (None, None), {"med_year": 100000}),
)
