"""半失能人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="半失能人数",
    title_en="Members partly unable to care for themselves",
    kind="count",
    unit="人",
    classes=("P01-11", "M04-04"),
    fresh_days=365,
    ask="家里有没有人洗澡、上下床要人搭把手？",
    sensitivity="S2",
)
