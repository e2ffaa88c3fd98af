"""劳动力人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="劳动力人数",
    title_en="Members able to work",
    kind="count",
    unit="人",
    classes=("P02-01", "P06-02", "P10-01"),
    fresh_days=45,
    ask="家里有几个人能出去干活？",
)
