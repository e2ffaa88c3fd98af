"""上月用电量。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="上月用电量",
    title_en="Electricity used last month",
    kind="number",
    unit="千瓦时",
    classes=("M24-01",),
    fresh_days=45,
    ask="上个月电费单上是多少度？",
    sensitivity="S2",
)
