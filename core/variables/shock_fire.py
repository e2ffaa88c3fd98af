"""火灾或房屋损毁。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="火灾或房屋损毁",
    title_en="Fire or house damage",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("M16-03", "M15-01"),
    fresh_days=30,
    ask="这半年家里着过火、房子塌过吗？还能住吗？",
    decays=True,
)
