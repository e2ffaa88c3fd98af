"""城镇危旧房屋排查：等级和日期。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(per="household", take="latest", by="checked_at")


def columns(std: Standards) -> dict[str, Expr]:
    return {"urban_grade": col.grade, "urban_graded_on": col.checked_at}


EXAMPLES = (
    given("排查过", {"grade": "B", "checked_at": date(2022, 1, 1)}, urban_grade="B"),
    given("没查过", urban_grade=None),
    stale("断供", {"grade": "B", "checked_at": date(2022, 1, 1)}, urban_grade=None),
)
