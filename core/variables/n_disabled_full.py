"""完全失能人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="完全失能人数",
    title_en="Members fully unable to care for themselves",
    kind="count",
    unit="人",
    classes=("P01-11", "P04-07", "M04-04"),
    fresh_days=365,
    ask="家里有没有人吃饭、穿衣、上厕所都要人帮？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_disabled_full": count(col.ability == "full")}


EXAMPLES = (
    home("一个完全失能", (1, 0), [{"ability": "full"}, {"ability": "semi"}, {"ability": "able"}]),
    home("有一个没评估", (0, 1), [{"ability": None}, {"ability": "able"}]),
)
