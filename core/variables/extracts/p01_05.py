"""临时救助发放信息：一年内发过几次、多少钱，最近哪天。"""

from datetime import date

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, year_back

EXTRACT = Extract(
    per="household", through_person=True, absent={"temp_aids_12m": 0, "temp_aid_12m": 0}
)


def columns(std: Standards) -> dict[str, Expr]:
    paid = col.pay_date.fill_null(col.approve_date)
    recent = year_back(paid, std.at)
    return {
        "temp_aids_12m": recent.sum().cast(pl.Int64),
        "temp_aid_12m": amount_if(recent, "amount"),
        "temp_aid_on": paid.max(),
    }


EXAMPLES = (
    given(
        "两次，一次在一年前",
        {"pay_date": date(2022, 7, 1), "amount": 300},
        {"pay_date": date(2021, 7, 15), "amount": 500},
        temp_aids_12m=1,
        temp_aid_12m=300,
        temp_aid_on=date(2022, 7, 1),
    ),
    given("没有发过", temp_aids_12m=0, temp_aid_12m=0),
    stale("断供", {"pay_date": date(2022, 7, 1), "amount": 300}, temp_aids_12m=None),
)
