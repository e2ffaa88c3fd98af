"""多久没联系上。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="多久没联系上",
    title_en="Days since last contact",
    kind="number",
    unit="天",
    classes=("M01-02", "M22-02"),
    fresh_days=7,
    ask="最近一次见到这家人或通上电话，是哪天？",
    sensitivity="S2",
)
