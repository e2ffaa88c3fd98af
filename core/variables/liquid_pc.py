"""人均存款和理财。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="人均存款和理财",
    title_en="Savings per head",
    kind="money",
    unit="元/人",
    classes=("P01-06",),
    fresh_days=365,
    ask="家里存款加起来大概有多少？",
    sensitivity="S2",
)
