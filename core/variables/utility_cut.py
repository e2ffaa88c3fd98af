"""正停电或停水。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="正停电或停水",
    title_en="Power or water cut off now",
    kind="bool",
    classes=("M24-03", "M25-01"),
    fresh_days=45,
    ask="家里现在水电通着吗？",
)
