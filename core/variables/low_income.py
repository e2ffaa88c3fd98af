"""低收入（含潜在对象）。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="低收入（含潜在对象）",
    title_en="Low income, listed or likely",
    kind="bool",
    classes=("P01-01", "P01-03", "P01-04", "P01-06"),
    fresh_days=30,
    ask="家里一个月全部收入大概多少，够用吗？",
    sensitivity="S2",
)
