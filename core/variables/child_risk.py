"""学业心理风险。"""

from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="学业心理风险",
    title_en="School or psychological risk",
    kind="enum",
    categories=("none", "watch", "high"),
    classes=("M05-02", "M05-03"),
    fresh_days=60,
    ask="孩子这阵子天天去上学吗，心情好不好？",
    effort=("department", "visit"),
    sensitivity="S3",
    line="child",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"child_risk_worst": most(col.child_risk_level)}


def value(std: Standards) -> Expr:
    worst, all_known = col.child_risk_worst, col.child_risk_worst_unknown == 0
    high = when(worst == 2).then(lit("high"))
    return (
        high.when(all_known & (worst == 1))
        .then(lit("watch"))
        .when(all_known & (worst == 0))
        .then(lit("none"))
    )


EXAMPLES = (
    home("一个高", "high", [{"child_risk_level": 2}, {"child_risk_level": None}]),
    home("一个关注", "watch", [{"child_risk_level": 1}, {"child_risk_level": 0}]),
    home("没有", "none", [{"child_risk_level": 0}]),
    home("一个关注，一个不知道", None, [{"child_risk_level": 1}, {"child_risk_level": None}]),
)
