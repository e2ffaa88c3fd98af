"""突发自付相当于几个月收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="突发自付相当于几个月收入",
    title_en="Shock cost in months of income",
    kind="share",
    classes=("P04-02",),
    fresh_days=30,
    ask="这次出事，报销完自己掏了多少钱？",
    rounds="up",
    sensitivity="S2",
)
