"""老年人消费投诉：近30天金额多少，哪天。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import amount_if, since

EXTRACT = Extract(absent={"complaint_amount_30d": 0}, lasting=("complaint_on",))


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "complaint_amount_30d": amount_if(since(col.filed_at, std.at, 30), "amount"),
        "complaint_on": col.filed_at.max(),
    }


EXAMPLES = (
    given("投诉过", {"filed_at": date(2022, 7, 1), "amount": 5}, complaint_amount_30d=5),
    given("没有", complaint_amount_30d=0),
    stale("断供", {"filed_at": date(2022, 7, 1), "amount": 5}, complaint_amount_30d=None),
)
