"""康复护理占年收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="康复护理占年收入",
    title_en="Rehabilitation and care as a share of income",
    kind="share",
    classes=("P10-03", "P10-04"),
    fresh_days=180,
    ask="今年康复、护理自己掏了大概多少钱？",
    sensitivity="S2",
)
