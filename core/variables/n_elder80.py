"""80岁以上人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="80岁以上人数",
    title_en="Members aged 80 or more",
    kind="count",
    unit="人",
    classes=("P02-01",),
    fresh_days=30,
    ask="家里满80岁的有几个？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_elder80": count(col.age >= 80)}


EXAMPLES = (
    home("一位", (1, 0), [{"age": 80}, {"age": 79}]),
    home("有一个年龄不知道", (0, 1), [{"age": None}]),
)
