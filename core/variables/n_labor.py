"""劳动力人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="劳动力人数",
    title_en="Members able to work",
    kind="count",
    unit="人",
    classes=("P02-01", "P06-02", "P10-01"),
    fresh_days=45,
    ask="家里有几个人能出去干活？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_labor": count(col.labour)}


EXAMPLES = (
    home("一个劳动力", (1, 0), [{"labour": True}, {"labour": False}, {"labour": False}]),
    home("有一个不知道", (1, 1), [{"labour": True}, {"labour": None}]),
    home("不是成员的不算", (0, 0), [{"labour": True, "member": False}]),
)
