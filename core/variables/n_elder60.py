"""60岁以上人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="60岁以上人数",
    title_en="Members aged 60 or more",
    kind="count",
    unit="人",
    classes=("P02-01",),
    fresh_days=30,
    ask="家里满60岁的有几个？",
)
