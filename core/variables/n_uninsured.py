"""医保断保人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="医保断保人数",
    title_en="Members without medical insurance",
    kind="count",
    unit="人",
    classes=("P04-01",),
    fresh_days=30,
    ask="今年的医保，家里谁还没交？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_uninsured": count(col.uninsured)}


EXAMPLES = (
    home("一个断保", (1, 0), [{"uninsured": True}, {"uninsured": False}]),
    home("有一个不知道", (0, 1), [{"uninsured": None}]),
    home("在服刑的不是成员，不算", (0, 0), [{"uninsured": True, "member": False}]),
)
