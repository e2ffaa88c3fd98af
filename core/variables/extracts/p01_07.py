"""孤儿、事实无人抚养儿童和困境儿童信息：在册的类别，每月基本生活费。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(take="latest", absent={"child_listed": False})


def columns(std: Standards) -> dict[str, Expr]:
    active = col.end_reason.is_null()
    hard = col.child_kind.is_in(["孤儿", "事实无人抚养", "困境", "留守"])
    return {
        "child_listed": active & hard,
        "child_kind": when(active).then("child_kind"),
        "child_amount": when(active).then("monthly_amount"),
    }


EXAMPLES = (
    given("孤儿", {"child_kind": "孤儿"}, child_listed=True, child_kind="孤儿"),
    given("留守", {"child_kind": "留守"}, child_listed=True),
    given("流动儿童另算", {"child_kind": "流动"}, child_listed=False),
    given("已终止", {"child_kind": "孤儿", "end_reason": "成年"}, child_listed=False),
    given("名册里没有", child_listed=False, child_kind=None),
    stale("名册断供", {"child_kind": "孤儿"}, child_listed=None),
)
