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
from core.rules.wages import PARAMETERS, counted_wage, work_cost
from core.rules.words import at_most, edge_line, edge_rests_on

LABEL = Label(
    id="R-02",
    title="家庭收入核算",
    title_en="Household income",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第48–50条（已核）；民发〔2021〕57号",
    tag="law",
)
SPARED = "job_months if new_wage&status=dibao"
NEW_JOB_WANTS = ("wages", "new_wage", "status if new_wage", SPARED)
WANTED = ("n_members", "income_month|income_12m|counted_income|pc_income", *NEW_JOB_WANTS)


def columns(std: Standards) -> Mapping[str, Expr]:
    """`income`: counted income of the family a month; `pc`: the same per head; `income_least` and
    `income_most`: at least and at most, as far as told. Fen."""
    told = coalesce(col.income_month, col.income_12m // 12)
    rest = (told - work_cost(std, col.wages)).clip(lower_bound=0)
    wage, least, most = counted_wage(std)
    totals = {"income": rest + wage, "income_most": rest + most}
    totals["income_least"] = rest.fill_null(0) + least
    per_heads = when(told.is_null()).then(col.pc_income * col.n_members)
    found = {n: coalesce(col.counted_income, per_heads, total) for n, total in totals.items()}
    per_head = when(col.new_wage == 0).then(col.pc_income)
    return {**found, "pc": coalesce(found["income"] // col.n_members, per_head)}


def asks(std: Standards) -> Mapping[str, tuple[str, ...]]:
    return dict.fromkeys(("income", "income_least", "income_most", "pc"), WANTED)


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
    unknown("几口人没说", **FAMILY | {"n_members": None, "income_month": 200000}),
    unknown("收入没说", **FAMILY | {"income_month": None}),
    unknown("其中多少工资没说", **FAMILY | {"wages": None}),
    unknown("有没有新工作没说", **FAMILY | {"new_wage": None}),
    hit("是不是低保户没说，新工资怎么算都在线内", **NEW_JOB | {"status": None}),
    unknown("是不是低保户没说，又有新工作", **NEW_JOB | {"status": None, "income_month": 200000}),
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
