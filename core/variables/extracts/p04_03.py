"""门诊慢特病备案与结算：近12月自付，是不是在长期治疗。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, month_before, some, valid

EXTRACT = Extract(absent={"outpatient_cost_12m": 0, "long_treatment": False})


def columns(std: Standards) -> dict[str, Expr]:
    filed = (col.filed_date.fill_null(std.at) <= std.at) & valid(col.valid_to, std.at)
    year = col.settle_month.is_between(month_before(std.at, 12), std.at)
    return {
        "outpatient_cost_12m": amount_if(year, "self_pay"),
        "long_treatment": some(filed & (col.disease.is_not_null() | col.filed_date.is_not_null())),
    }


CHRONIC = {"disease": "D", "settle_month": date(2022, 6, 1), "self_pay": 500}
EXAMPLES = (
    given("在治", CHRONIC, outpatient_cost_12m=500, long_treatment=True),
    given("备案过期", CHRONIC | {"valid_to": date(2022, 7, 1)}, long_treatment=False),
    given("去年六月的不算", CHRONIC | {"settle_month": date(2021, 6, 1)}, outpatient_cost_12m=0),
    given("没有备案", outpatient_cost_12m=0, long_treatment=False),
    stale("断供", CHRONIC, outpatient_cost_12m=None, long_treatment=None),
)
