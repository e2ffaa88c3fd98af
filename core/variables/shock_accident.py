"""交通、生产或意外伤亡。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="交通、生产或意外伤亡",
    title_en="Accident",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("P02-06", "M15-03"),
    fresh_days=30,
    ask="这半年家里有人出过事故吗？伤得重不重？",
    sensitivity="S2",
    decays=True,
)
