"""有人需要照护。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="有人需要照护",
    title_en="Somebody needs care",
    kind="bool",
    classes=("P01-11", "P10-01"),
    fresh_days=60,
    ask="家里有没有人离不开人照顾？",
    sensitivity="S2",
)
