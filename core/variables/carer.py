"""照护者。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="照护者",
    title_en="Carer",
    kind="enum",
    categories=("ok", "frail", "none"),
    classes=("M01-01", "M01-12"),
    fresh_days=180,
    ask="平时谁在照顾？他自己身体怎么样？",
    sensitivity="S2",
)
