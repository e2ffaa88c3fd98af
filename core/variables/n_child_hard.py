"""困境儿童人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="困境儿童人数",
    title_en="Children in difficulty",
    kind="count",
    unit="人",
    classes=("P01-07", "P06-01"),
    fresh_days=60,
    ask="家里的孩子，爸妈都在身边吗？",
    effort=("department", "visit"),
    sensitivity="S3",
    line="child",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_child_hard": count(col.child_hard)}


EXAMPLES = (
    home("一个", (1, 0), [{"child_hard": True}, {"child_hard": False}]),
    home("名册没来", (0, 1), [{"child_hard": None}]),
)
