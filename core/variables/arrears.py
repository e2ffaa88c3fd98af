"""有欠费。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="有欠费",
    title_en="Bills in arrears",
    kind="bool",
    classes=("M24-03", "M06-04"),
    fresh_days=60,
    ask="水电气、房租、学费，有没有欠着的？",
)
