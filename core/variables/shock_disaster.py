"""自然灾害受灾。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="自然灾害受灾",
    title_en="Natural disaster",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("M15-01",),
    fresh_days=30,
    ask="这半年台风、大水有没有让家里遭灾？",
    decays=True,
)
