"""失能老年人健康服务：评估的失能等级（full 完全，semi 中度，able 轻度以下）。"""

from datetime import date

from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since

EXTRACT = Extract(take="latest", by="assess_date")

FULL, SEMI = ("重度", "完全失能", "重度失能"), ("中度", "中度失能", "半失能")


def columns(std: Standards) -> dict[str, Expr]:
    current = since(col.assess_date, std.at, 365)
    grade = when(col.grade.is_in(FULL)).then(lit("full")).when(col.grade.is_in(SEMI))
    known = grade.then(lit("semi")).when(col.grade.is_not_null()).then(lit("able"))
    return {"health_ability": when(current).then(known)}


EXAMPLES = (
    given("重度", {"assess_date": date(2022, 1, 1), "grade": "重度"}, health_ability="full"),
    given("中度", {"assess_date": date(2022, 1, 1), "grade": "中度"}, health_ability="semi"),
    given("轻度", {"assess_date": date(2022, 1, 1), "grade": "轻度"}, health_ability="able"),
    given("一年以前评的", {"assess_date": date(2021, 7, 14), "grade": "重度"}, health_ability=None),
    given("没评过", health_ability=None),
    stale("断供", {"assess_date": date(2022, 1, 1), "grade": "重度"}, health_ability=None),
)
