"""重度残疾人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="重度残疾人数",
    title_en="Severely disabled members",
    kind="count",
    unit="人",
    classes=("P10-01",),
    fresh_days=365,
    ask="家里谁有残疾证，是几级？",
    sensitivity="S2",
)
