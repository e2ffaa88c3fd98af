"""低保标准。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="低保标准",
    title_en="Dibao standard",
    kind="money",
    unit="元/人·月",
    classes=(),
    fresh_days=60,
    ask="今年的低保标准是多少？",
    effort=("department",),
    sensitivity="S0",
)
