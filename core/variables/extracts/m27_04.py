"""离婚、监护权变更判决：是不是被宣告失踪（只作有，不作没有）。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some

EXTRACT = Extract(lasting=("declared_missing",))


def columns(std: Standards) -> dict[str, Expr]:
    return {"declared_missing": some(col.case_kind == "宣告失踪")}


EXAMPLES = (
    given("宣告失踪", {"case_kind": "宣告失踪"}, declared_missing=True),
    given("离婚", {"case_kind": "离婚"}, declared_missing=False),
    given("没有判决", declared_missing=None),
    stale("断供", {"case_kind": "宣告失踪"}, declared_missing=True),
)
