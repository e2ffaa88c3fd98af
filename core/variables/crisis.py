"""人身安全危机。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="人身安全危机",
    title_en="Danger to life or limb",
    kind="bool",
    classes=("M07-01", "M19-03"),
    fresh_days=7,
    ask="请专线同事核实：这家现在安全吗？",
    effort=("department",),
    sensitivity="S3",
    line="safety",
)
