"""60岁以上人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="60岁以上人数",
    title_en="Members aged 60 or more",
    kind="count",
    unit="人",
    classes=("P02-01",),
    fresh_days=30,
    ask="家里满60岁的有几个？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_elder60": count(col.age >= std.integer("elder_age"))}


EXAMPLES = (
    home("两位", (2, 0), [{"age": 60}, {"age": 80}, {"age": 59}]),
    home("有一个年龄不知道", (1, 1), [{"age": 60}, {"age": None}]),
)
