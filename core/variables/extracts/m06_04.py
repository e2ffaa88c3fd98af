"""保障性住房租金：最近一个月拖欠几个月。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(per="household", take="latest", by="month", absent={"rent_overdue_months": 0})


def columns(std: Standards) -> dict[str, Expr]:
    return {"rent_overdue_months": col.overdue_months}


EXAMPLES = (
    given("欠两个月", {"month": date(2022, 6, 1), "overdue_months": 2}, rent_overdue_months=2),
    given(
        "交清了",
        {"month": date(2022, 5, 1), "overdue_months": 2},
        {"month": date(2022, 6, 1), "overdue_months": 0},
        rent_overdue_months=0,
    ),
    given("没租", rent_overdue_months=0),
    stale("断供", {"month": date(2022, 6, 1), "overdue_months": 2}, rent_overdue_months=None),
)
