"""住院费用结算：近12月自己掏的钱（自付加自费）、其中政策范围内自付，最近一次和正在住的院。

`hospital_worst_180d` is the dearest stay of the shock window, `hospital_30d` the dearest in 30 days.
"""

from datetime import date

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since, some, year_back

EXTRACT = Extract(
    absent={
        "hospital_cost_12m": 0,
        "hospital_covered_12m": 0,
        "hospital_cost_180d": 0,
        "hospital_worst_180d": 0,
        "hospital_30d": 0,
        "in_hospital": False,
    },
    lasting=("admitted_on", "hospital_worst_180d", "hospital_worst_on"),
)


def columns(std: Standards) -> dict[str, Expr]:
    at, window = std.at, std.integer("shock_window_days")
    settled = coalesce("settle_date", "discharge_date", "data_date")
    own = col.self_pay.fill_null(0) + col.self_fund.fill_null(0)
    year, recent = year_back(settled, at), since(col.admit_date, at, window)
    dear = when(recent).then(own).otherwise(0)
    now = (col.admit_date <= at) & (col.discharge_date.is_null() | (col.discharge_date > at))
    return {
        "hospital_cost_12m": when(year).then(own).sum(),
        "hospital_covered_12m": when(year).then(col.self_pay.fill_null(0)).sum(),
        "hospital_cost_180d": when(since(settled, at, window)).then(own).sum(),
        "hospital_worst_180d": dear.max(),
        "hospital_worst_on": when(dear > 0).then("admit_date").sort_by(dear, "record_id").last(),
        "hospital_30d": when(since(col.admit_date, at, 30)).then(own).otherwise(0).max(),
        "in_hospital": some(now),
        "admitted_on": when(col.admit_date <= at).then("admit_date").max(),
        "discharged_on": when(col.discharge_date <= at).then("discharge_date").max(),
    }


STAY = {
    "admit_date": date(2022, 6, 20),
    "discharge_date": date(2022, 7, 1),
    "settle_date": date(2022, 7, 1),
    "self_pay": 700,
    "self_fund": 300,
}
EXAMPLES = (
    given(
        "出院结算",
        STAY,
        hospital_cost_12m=1000,
        hospital_covered_12m=700,
        in_hospital=False,
        hospital_worst_180d=1000,
        hospital_worst_on=date(2022, 6, 20),
        hospital_30d=1000,
    ),
    given("还没出院", {"admit_date": date(2022, 7, 14)}, in_hospital=True, hospital_cost_12m=0),
    given("今天出院", STAY | {"discharge_date": date(2022, 7, 15)}, in_hospital=False),
    given("满一年的不算", STAY | {"settle_date": date(2021, 7, 15)}, hospital_cost_12m=0),
    given("没住过院", hospital_cost_12m=0, in_hospital=False),
    stale(
        "断供，只记得住过",
        STAY,
        hospital_cost_12m=None,
        hospital_worst_180d=1000,
        in_hospital=None,
        admitted_on=date(2022, 6, 20),
    ),
)
