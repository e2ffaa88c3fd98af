"""服务次数不够。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="服务次数不够",
    title_en="Care visits below need",
    kind="bool",
    classes=("M01-03", "P01-11"),
    fresh_days=60,
    ask="上门服务一个月来几次，够不够？",
    sensitivity="S2",
)
