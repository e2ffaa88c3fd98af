"""监护薄弱儿童人数。"""

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
