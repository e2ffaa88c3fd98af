"""空巢老人。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="空巢老人",
    title_en="Elders without young people at home",
    kind="bool",
    classes=("M01-01",),
    fresh_days=90,
    ask="家里只有老两口，没有小辈同住吗？",
)
