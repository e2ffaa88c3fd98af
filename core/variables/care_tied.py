"""因照护不能上班。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="因照护不能上班",
    title_en="Tied down by caring",
    kind="bool",
    classes=("M22-02", "M01-12"),
    fresh_days=180,
    ask="有没有人因为要照顾家里，出不去上班？",
    sensitivity="S2",
)
