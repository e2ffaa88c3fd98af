"""正在就业人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="正在就业人数",
    title_en="Members at work",
    kind="count",
    unit="人",
    classes=("P03-03", "P03-04", "P11-01", "M28-01"),
    fresh_days=45,
    ask="家里现在有几个人在上班或打零工？",
)
