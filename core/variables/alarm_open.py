"""设备告警未解除。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="设备告警未解除",
    title_en="Open sensor alarm",
    kind="bool",
    classes=("M01-04", "M16-04"),
    fresh_days=1,
    ask="家里的呼叫器或烟感刚才响过吗？人没事吧？",
    sensitivity="S2",
)
