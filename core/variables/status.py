"""当前救助身份。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="当前救助身份",
    title_en="Assistance status",
    kind="enum",
    categories=("none", "dibao", "danrenbao", "tekun", "edge", "rigid"),
    classes=("P01-01", "P01-02", "P01-03", "P01-04", "M01-11"),
    fresh_days=30,
    ask="家里现在吃低保、特困或者低边吗？",
    sensitivity="S2",
)
