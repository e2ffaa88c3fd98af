"""毕业后没上班的月数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="毕业后没上班的月数",
    title_en="Months out of work since graduation",
    kind="number",
    unit="月",
    classes=("P06-02", "P03-06"),
    fresh_days=45,
    ask="孩子毕业多久了，上班没有？",
)
