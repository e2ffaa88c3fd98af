"""80岁以上人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="80岁以上人数",
    title_en="Members aged 80 or more",
    kind="count",
    unit="人",
    classes=("P02-01",),
    fresh_days=30,
    ask="家里满80岁的有几个？",
)
