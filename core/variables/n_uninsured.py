"""医保断保人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="医保断保人数",
    title_en="Members without medical insurance",
    kind="count",
    unit="人",
    classes=("P04-01",),
    fresh_days=30,
    ask="今年的医保，家里谁还没交？",
)
