"""学生资助发放：近12月有没有拿到资助。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, year_back

EXTRACT = Extract(absent={"school_aid_12m": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"school_aid_12m": some((col.amount > 0) & year_back(col.data_date, std.at))}


EXAMPLES = (
    given("拿到了", {"amount": 1500}, school_aid_12m=True),
    given("去年这天的不算", {"amount": 1500, "data_date": date(2021, 7, 15)}, school_aid_12m=False),
    given("金额没填", {"amount": None}, school_aid_12m=None),
    given("没有资助", school_aid_12m=False),
    stale("断供", {"amount": 1500}, school_aid_12m=None),
)
