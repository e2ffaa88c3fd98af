"""交通、生产或意外伤亡。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.shock import counted, faded_counted
from core.variables.engine.tally import Tally, most
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="交通、生产或意外伤亡",
    title_en="Accident",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("P02-06", "M15-03"),
    fresh_days=30,
    ask="这半年家里有人出过事故吗？伤得重不重？",
    sensitivity="S2",
    decays=True,
)


def members(std: Standards) -> dict[str, Tally]:
    worst = col.accident_level == 2
    return {
        "accident_worst": most(col.accident_level, everyone=True),
        "accident_heavy_on": most(when(worst).then(col.accident_on), everyone=True),
        "accident_any_on": most(col.accident_on, everyone=True),
    }


def value(std: Standards) -> Expr:
    return counted("accident_worst")


def value_days(std: Standards) -> Expr:
    return faded_counted(std, counted("accident_worst"), "accident_heavy_on", "accident_any_on")


EXAMPLES = (
    home("重伤", "severe", [{"accident_level": 2}, {"accident_level": 0}]),
    home("轻伤", "mild", [{"accident_level": 1}]),
    home("事故里过世的人也算", "severe", [{"accident_level": 2, "member": False}]),
    home("没有", "none", [{"accident_level": 0}]),
    home("有一个不知道", None, [{"accident_level": 1}, {"accident_level": None}]),
    home("有一个不知道，另一个重伤", "severe", [{"accident_level": 2}, {"accident_level": None}]),
)
