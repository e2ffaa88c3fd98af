"""本地在校学生资助名单：近12月有没有资助。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, year_back

EXTRACT = Extract(absent={"local_school_aid": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"local_school_aid": some((col.amount > 0) & year_back(col.data_date, std.at))}


EXAMPLES = (
    given("有资助", {"amount": 800}, local_school_aid=True),
    given("一年前", {"amount": 800, "data_date": date(2021, 7, 15)}, local_school_aid=False),
    given("不在名单", local_school_aid=False),
    stale("断供", {"amount": 800}, local_school_aid=None),
)
