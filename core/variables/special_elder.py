"""在特殊老年人库。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="在特殊老年人库",
    title_en="On the register of special elders",
    kind="bool",
    classes=("M01-01",),
    fresh_days=30,
    ask="有没有人每周上门看望老人？",
    sensitivity="S2",
)
