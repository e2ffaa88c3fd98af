"""困境儿童人数。"""

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
