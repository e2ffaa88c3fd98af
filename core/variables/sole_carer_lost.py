"""唯一照护者缺位。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="唯一照护者缺位",
    title_en="Sole carer lost",
    kind="bool",
    classes=("P04-02", "P02-04", "P13-01"),
    fresh_days=60,
    ask="平时照顾家人的那个人，现在还在家照顾吗？",
    sensitivity="S2",
)
