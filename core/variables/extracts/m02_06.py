"""劳动保障监察投诉（欠薪）：有没有没解决的。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract(absent={"wages_owed": False})


def columns(std: Standards) -> dict[str, Expr]:
    return {"wages_owed": some(~col.resolved)}


EXAMPLES = (
    given("没解决", {"resolved": False}, wages_owed=True),
    given("解决了", {"resolved": True}, wages_owed=False),
    given("没填", {"resolved": None}, wages_owed=None),
    given("没有投诉", wages_owed=False),
    stale("断供", {"resolved": False}, wages_owed=None),
)
