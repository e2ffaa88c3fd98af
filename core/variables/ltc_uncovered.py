"""失能没有任何护理补贴。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="失能没有任何护理补贴",
    title_en="Care need without any care benefit",
    kind="bool",
    classes=("P04-07", "P01-10", "P01-11"),
    fresh_days=90,
    ask="躺在床上的家人，领到护理补贴或长护险了吗？",
    sensitivity="S2",
)
