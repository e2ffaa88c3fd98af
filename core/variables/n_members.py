"""共同生活人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="共同生活人数",
    title_en="Household members",
    kind="count",
    unit="人",
    classes=("P02-01", "P02-02"),
    fresh_days=90,
    ask="现在家里一起过日子的有几个人？",
)
