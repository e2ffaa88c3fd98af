"""监护薄弱儿童人数。"""

from polars import col

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, count
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="监护薄弱儿童人数",
    title_en="Children with weak guardianship",
    kind="count",
    unit="人",
    classes=("M01-14",),
    fresh_days=60,
    ask="孩子平时是谁在带？",
    effort=("department", "visit"),
    sensitivity="S3",
    line="child",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_child_weak": count(col.child_weak)}


EXAMPLES = (
    home("一个", (1, 0), [{"child_weak": True}, {"child_weak": False}]),
    home("探访没来", (0, 1), [{"child_weak": None}]),
)
