"""半年内有突发困难。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="半年内有突发困难",
    title_en="Any shock within 180 days",
    kind="bool",
    classes=("M16-03", "M15-01", "P02-06", "M15-03", "P05-02", "P04-02", "P02-04", "P03-04"),
    fresh_days=30,
    ask="这半年家里出过什么大事吗？",
    sensitivity="S2",
)
