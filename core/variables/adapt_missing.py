"""没做无障碍改造。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没做无障碍改造",
    title_en="Home not adapted",
    kind="bool",
    classes=("M08-01",),
    fresh_days=180,
    ask="家里装扶手、改厕所了吗？",
)
