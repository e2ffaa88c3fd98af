"""职业培训班次和报名：近12月有没有到课。"""

from datetime import date

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, year_back

EXTRACT = Extract(absent={"class_attended_12m": False})


def columns(std: Standards) -> dict[str, Expr]:
    on = coalesce("start_date", "enrolled_at")
    return {
        "class_attended_12m": some(col.attended & year_back(on, std.at)),
        "class_attended_on": when(col.attended).then(on).max(),
    }


CLASS = {"start_date": date(2022, 7, 1), "attended": True}
EXAMPLES = (
    given("到课", CLASS, class_attended_12m=True, class_attended_on=date(2022, 7, 1)),
    given("报了名没来", CLASS | {"attended": False}, class_attended_12m=False),
    given("到没到课没填", CLASS | {"attended": None}, class_attended_12m=None),
    given("一年前", CLASS | {"start_date": date(2021, 7, 15)}, class_attended_12m=False),
    given("没报过名", class_attended_12m=False),
    stale("断供", CLASS, class_attended_12m=None),
)
