"""突发大病。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.shock import counted, faded_counted
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="突发大病",
    title_en="Sudden serious illness",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("P05-02", "P04-02"),
    fresh_days=30,
    ask="这半年家里有人查出大病或住过院吗？",
    sensitivity="S2",
    decays=True,
)


def members(std: Standards) -> dict[str, Tally]:
    worst = col.illness_level == 2
    return {
        "illness_worst": most(col.illness_level),
        "illness_heavy_on": most(when(worst).then(col.illness_on)),
        "illness_any_on": most(col.illness_on),
    }


def value(std: Standards) -> Expr:
    return counted("illness_worst")


def value_days(std: Standards) -> Expr:
    return faded_counted(std, counted("illness_worst"), "illness_heavy_on", "illness_any_on")


EXAMPLES = (
    home("确诊大病", "severe", [{"illness_level": 2}, {"illness_level": 0}]),
    home("花了八千", "mild", [{"illness_level": 1}]),
    home("没有", "none", [{"illness_level": 0}]),
    home("有一个不知道", None, [{"illness_level": 0}, {"illness_level": None}]),
)
