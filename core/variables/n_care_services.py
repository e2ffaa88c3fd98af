"""在享照护服务。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="在享照护服务",
    title_en="Care services received",
    kind="number",
    unit="项",
    classes=("M01-03", "M04-01", "M08-02"),
    fresh_days=60,
    ask="现在有人上门护理、送餐或巡访吗？",
    sensitivity="S2",
)
