"""没工作的都登记了。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没工作的都登记了",
    title_en="All jobless members registered",
    kind="bool",
    classes=("P03-04",),
    fresh_days=45,
    ask="没工作的人，去登记过失业或求职吗？",
)
