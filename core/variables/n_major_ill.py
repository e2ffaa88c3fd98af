"""大病人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="大病人数",
    title_en="Seriously ill members",
    kind="count",
    unit="人",
    classes=("P05-02",),
    fresh_days=180,
    ask="家里有人得了大病，在治吗？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_major_ill": count(col.serious_illness)}


EXAMPLES = (
    home("一个大病", (1, 0), [{"serious_illness": True}, {"serious_illness": False}]),
    home("卫健没来", (0, 1), [{"serious_illness": None}]),
)
