"""半失能人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="半失能人数",
    title_en="Members partly unable to care for themselves",
    kind="count",
    unit="人",
    classes=("P01-11", "M04-04"),
    fresh_days=365,
    ask="家里有没有人洗澡、上下床要人搭把手？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_disabled_semi": count(col.ability == "semi")}


EXAMPLES = (
    home("一个半失能", (1, 0), [{"ability": "semi"}, {"ability": "full"}]),
    home("有一个没评估", (0, 1), [{"ability": None}]),
)
