"""工作不稳。"""

from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="工作不稳",
    title_en="Unstable work",
    kind="enum",
    categories=("none", "mid", "high"),
    classes=("P03-03", "M28-01"),
    fresh_days=60,
    ask="现在的活干多久了，签合同、交社保了吗？",
)


def members(std: Standards) -> dict[str, Tally]:
    held = when(col.employed).then(col.unstable_level).when(~col.employed).then(0)
    return {"unstable_worst": most(held)}


def value(std: Standards) -> Expr:
    worst, all_known = col.unstable_worst, col.unstable_worst_unknown == 0
    high = when(worst == 2).then(lit("high"))
    return (
        high.when(all_known & (worst == 1))
        .then(lit("mid"))
        .when(all_known & (worst == 0))
        .then(lit("none"))
    )


EXAMPLES = (
    home("一个断缴", "high", [{"employed": True, "unstable_level": 2}, {"employed": None}]),
    home("刚入职", "mid", [{"employed": True, "unstable_level": 1}, {"employed": False}]),
    home("稳", "none", [{"employed": True, "unstable_level": 0}]),
    home("没人上班", "none", [{"employed": False, "unstable_level": None}]),
    home("有没有上班不知道", None, [{"employed": None}]),
)
