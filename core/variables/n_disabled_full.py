"""完全失能人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="完全失能人数",
    title_en="Members fully unable to care for themselves",
    kind="count",
    unit="人",
    classes=("P01-11", "P04-07", "M04-04"),
    fresh_days=365,
    ask="家里有没有人吃饭、穿衣、上厕所都要人帮？",
    sensitivity="S2",
)
