"""家庭收入核算：全家每月算多少收入，人均多少。

Only the income added by a new job is disregarded, not all income. Per head is total by members:
totals are compared, so that no yuan is lost or won by rounding. Which costs of illness and
disability are deducted is for the town to say: here nothing is deducted for them.
"""

from collections.abc import Mapping
from datetime import date

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import Example, Label, hit, miss, unknown
from core.rules.engine.need import Amount, Need, need
from core.rules.words import at_most, basis_points, edge_line, edge_rests_on

LABEL = Label(
    id="R-02",
    title="家庭收入核算",
    title_en="Household income",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第48–50条（已核）；民发〔2021〕57号",
    tag="law",
)
PARAMETERS = ("work_cost_deduct_ratio", "work_cost_deduct_cap_mult", "employ_disregard_months")
ASKS = {name: ("n_members", "income_month|income_12m") for name in ("income", "pc")}


def disregard_months(std: Standards) -> int:
    """For how long wages of a new job do not count: the city's choice within the law's bounds."""
    least, most = (std.integer(f"employ_disregard_months_{end}") for end in ("min", "max"))
    return min(max(std.integer("employ_disregard_months"), least), most)


def disregard_cap(std: Standards) -> int:
    """How much of them a month, in fen."""
    return std.fen("dibao_std", std.number("employ_disregard_cap_mult"))


def work_cost(std: Standards, wage: Expr) -> Expr:
    """What going to work costs, and is not counted as income. Fen."""
    cap = std.fen("dibao_std", std.number("work_cost_deduct_cap_mult"))
    return (wage * basis_points(std, "work_cost_deduct_ratio") // 10_000).clip(upper_bound=cap)


def is_spared(months: int) -> Expr:
    """Whether the new job is one found on dibao, fewer than so many months ago."""
    return col.status.is_in(["dibao"]) & (col.job_months < months)


def columns(std: Standards) -> Mapping[str, Expr]:
    """`income`: counted income of the family a month; `pc`: the same per head. Fen."""
    spared = is_spared(disregard_months(std))
    above_cap = (col.new_wage - disregard_cap(std)).clip(lower_bound=0)
    after_cost = col.new_wage - work_cost(std, col.new_wage)
    counted = when(spared).then(above_cap).when(~spared).then(after_cost)
    new = when(col.new_wage == 0).then(0).otherwise(counted)
    told = coalesce(col.income_month, col.income_12m // 12)
    stated = told - work_cost(std, col.wages) + new
    income = coalesce(col.counted_income, stated, col.pc_income * col.n_members)
    per_head = when(col.new_wage == 0).then(col.pc_income)
    return {"income": income, "pc": coalesce(income // col.n_members, per_head)}


def conditions(std: Standards) -> Mapping[str, Need]:
    line = edge_line(std)
    return {"low": need(at_most(line), shows="pc", limit=line, rests_on=edge_rests_on(std))}


def amount(std: Standards) -> Amount:
    assumed = (col.wages > 0) | (col.new_wage > 0)
    return Amount(low=col.income, high=col.income, rests_on=PARAMETERS, assumed=assumed)


FAMILY = {"n_members": 3, "income_month": 80000, "wages": 0, "new_wage": 0, "status": "dibao"}
NEW_JOB = FAMILY | {"new_wage": 500000, "job_months": 11}
EXAMPLES = (
    hit("三口人八百元", **FAMILY),
    hit("恰在低边线上", **FAMILY | {"income_month": 481500}),
    miss("超一分", **FAMILY | {"income_month": 481501}),
    hit("豁免期内，只算超过上限的工资", **NEW_JOB),
    hit("豁免期满，扣了就业成本还在线内", **NEW_JOB | {"job_months": 12}),
    miss("不是低保户，没有豁免", **NEW_JOB | {"status": "none", "income_month": 150000}),
    hit("工资扣就业成本，最多扣一个标准", **FAMILY | {"income_month": 588500, "wages": 588500}),
    miss("扣完超一分", **FAMILY | {"income_month": 588501, "wages": 588501}),
    hit("只说了一年的", **FAMILY | {"income_month": None, "income_12m": 960000}),
    hit("只说了人均的", pc_income=160500, new_wage=0),
    unknown("做了几个月没说", **NEW_JOB | {"income_month": 200000, "job_months": None}),
    unknown("几口人没说", **FAMILY | {"n_members": None}),
    unknown("收入没说", **FAMILY | {"income_month": None}),
    unknown("其中多少工资没说", **FAMILY | {"wages": None}),
    unknown("有没有新工作没说", **FAMILY | {"new_wage": None}),
    unknown("是不是低保户没说，又有新工作", **NEW_JOB | {"status": None}),
    miss("部门核算过的", counted_income=481501, n_members=3),
)
PAYS = (
    Example("没有工资", (80000, 80000), FAMILY),
    Example("只豁免上限以内", (259000, 259000), NEW_JOB),
    Example(
        "豁免期满，扣三成就业成本",
        (304000, 304000),
        NEW_JOB | {"new_wage": 320000, "job_months": 12},
    ),
)
