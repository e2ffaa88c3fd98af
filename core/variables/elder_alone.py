"""老人独居。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="老人独居",
    title_en="Elder living alone",
    kind="bool",
    classes=("M01-01", "M07-04"),
    fresh_days=90,
    ask="老人是一个人住吗？",
)
