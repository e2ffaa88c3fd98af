"""一年内参加过培训。

Anybody who can work.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="一年内参加过培训",
    title_en="Trained within a year",
    kind="bool",
    classes=("P03-08", "M02-03"),
    fresh_days=90,
    ask="这一年参加过技能培训或职业指导吗？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_trained": count(col.labour & col.trained)}


def value(std: Standards) -> Expr:
    return any_of("n_trained")


EXAMPLES = (
    home("一个培训过", True, [{"labour": True, "trained": True}, {"labour": True}]),
    home("没有", False, [{"labour": True, "trained": False}, {"labour": False}]),
    home("有一个不知道", None, [{"labour": True, "trained": None}]),
)
