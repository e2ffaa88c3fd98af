"""长期门诊治疗人数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="长期门诊治疗人数",
    title_en="Members in long-term treatment",
    kind="count",
    unit="人",
    classes=("P04-03",),
    fresh_days=180,
    ask="家里有人办了慢特病门诊、要长期配药吗？",
    sensitivity="S2",
)
