"""该有的医疗救助没到。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="该有的医疗救助没到",
    title_en="Medical aid due but not paid",
    kind="bool",
    classes=("P04-05", "M03-02"),
    fresh_days=45,
    ask="住院看病后，医疗救助的钱到了吗？",
    sensitivity="S2",
)
