"""没有自己的住房。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没有自己的住房",
    title_en="No home of their own",
    kind="bool",
    classes=("P08-01", "P07-01", "M07-04"),
    fresh_days=365,
    ask="住的房子是自己的，还是租的、借的？",
    sensitivity="S2",
)
