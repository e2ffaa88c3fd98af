"""因病致贫医疗救助申请：近12月批了多少。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import year_back

EXTRACT = Extract(per="household", absent={"illness_aid_12m": 0})


def columns(std: Standards) -> dict[str, Expr]:
    recent = year_back(col.applied_at, std.at)
    return {"illness_aid_12m": when(recent).then(col.approved.fill_null(0)).sum()}


EXAMPLES = (
    given("批了", {"applied_at": date(2022, 6, 1), "approved": 900}, illness_aid_12m=900),
    given("还没批", {"applied_at": date(2022, 6, 1)}, illness_aid_12m=0),
    given("没申请", illness_aid_12m=0),
    stale("断供", {"applied_at": date(2022, 6, 1), "approved": 900}, illness_aid_12m=None),
)
