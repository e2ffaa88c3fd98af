"""安置帮教对象：哪天释放，有没有住处、工作。限定人员。"""

from datetime import date

from polars import Expr, col, lit

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", by="release_date", absent={"resettling": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "resettling": lit(True),
        "resettled_from": col.release_date,
        "resettled_housing": col.housing,
        "resettled_work": col.employed,
    }


EXAMPLES = (
    given(
        "刚释放",
        {"release_date": date(2022, 7, 1), "housing": False},
        resettling=True,
        resettled_from=date(2022, 7, 1),
        resettled_housing=False,
    ),
    given("不在册", resettling=False),
    stale("断供", {"release_date": date(2022, 7, 1)}, resettling=None),
)
