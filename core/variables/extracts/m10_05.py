"""农村住房安全巡查：等级、日期，住没住人。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(per="household", take="latest", by="patrol_at")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "house_patrol_grade": col.grade,
        "house_patrolled_on": col.patrol_at,
        "house_lived_in": col.living,
    }


EXAMPLES = (
    given(
        "巡查过",
        {"grade": "A", "patrol_at": date(2022, 4, 1), "living": True},
        house_patrol_grade="A",
        house_lived_in=True,
    ),
    given("没巡查过", house_patrol_grade=None),
    stale("断供", {"grade": "A", "patrol_at": date(2022, 4, 1)}, house_patrol_grade=None),
)
