"""共同生活人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="共同生活人数",
    title_en="Household members",
    kind="count",
    unit="人",
    classes=("P02-01", "P02-02"),
    fresh_days=90,
    ask="现在家里一起过日子的有几个人？",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_members": count(col.member)}


EXAMPLES = (
    home("两个成员，一个迁走的", (2, 0), [{"member": True}, {"member": True}, {"member": False}]),
    home("都过世了", (0, 0), [{"member": False}]),
)
