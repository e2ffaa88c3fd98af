"""严重精神障碍患者管理信息：是不是在管，危险性等级，最近随访，服药情况。限定人员。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(take="latest", absent={"mental_disorder": False})


def columns(std: Standards) -> dict[str, Expr]:
    managed = ~sure(col.state.is_in(["迁出", "死亡", "排除"]))
    return {
        "mental_disorder": managed,
        "mental_risk": when(managed).then("risk_level"),
        "mental_followed_on": when(managed).then("last_follow"),
        "mental_medication": when(managed).then("medication"),
    }


EXAMPLES = (
    given("在管", {"risk_level": 3, "medication": "间断"}, mental_disorder=True, mental_risk=3),
    given("已排除", {"risk_level": 3, "state": "排除"}, mental_disorder=False, mental_risk=None),
    given("不在册", mental_disorder=False),
    stale("断供", {"risk_level": 3}, mental_disorder=None),
)
