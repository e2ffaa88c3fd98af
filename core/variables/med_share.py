"""医疗自付占年收入。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="医疗自付占年收入",
    title_en="Medical cost as a share of income",
    kind="share",
    classes=("P04-02", "P04-03", "P04-05"),
    fresh_days=30,
    ask="这一年看病，报销完自己掏了多少钱？",
    sensitivity="S2",
)
