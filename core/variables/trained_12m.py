"""一年内参加过培训。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="一年内参加过培训",
    title_en="Trained within a year",
    kind="bool",
    classes=("P03-08", "M02-03"),
    fresh_days=90,
    ask="这一年参加过技能培训或职业指导吗？",
)
