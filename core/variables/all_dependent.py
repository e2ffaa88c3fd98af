"""全家都是老幼病残。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="全家都是老幼病残",
    title_en="All members dependent",
    kind="bool",
    classes=("P02-01", "P10-01"),
    fresh_days=90,
    ask="家里是不是只有老人、小孩和病人？",
    sensitivity="S2",
)
