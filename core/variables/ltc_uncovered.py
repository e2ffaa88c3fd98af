"""失能没有任何护理补贴。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="失能没有任何护理补贴",
    title_en="Care need without any care benefit",
    kind="bool",
    classes=("P04-07", "P01-10", "P01-11"),
    fresh_days=90,
    ask="躺在床上的家人，领到护理补贴或长护险了吗？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_ltc_gap": count(col.ltc_gap)}


def value(std: Standards) -> Expr:
    return any_of("n_ltc_gap")


EXAMPLES = (
    home("一个没补贴", True, [{"ltc_gap": True}, {"ltc_gap": None}]),
    home("都有", False, [{"ltc_gap": False}]),
    home("有一个不知道", None, [{"ltc_gap": False}, {"ltc_gap": None}]),
)
