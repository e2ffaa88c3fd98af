"""没有亲属可依靠。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="没有亲属可依靠",
    title_en="No relatives to rely on",
    kind="bool",
    classes=("M01-01", "M01-12"),
    fresh_days=60,
    ask="急用人的时候，有亲戚能来帮一把吗？",
    sensitivity="S2",
)
