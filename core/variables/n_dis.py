"""持残疾证人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="持残疾证人数",
    title_en="Members with a disability certificate",
    kind="count",
    unit="人",
    classes=("P10-01",),
    fresh_days=365,
    ask="家里有几个人有残疾证？",
    sensitivity="S2",
)
