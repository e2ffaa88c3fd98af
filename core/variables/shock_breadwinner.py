"""失去主要劳动力。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="失去主要劳动力",
    title_en="Loss of a breadwinner",
    kind="enum",
    categories=("none", "mild", "severe"),
    classes=("P02-04", "P03-04"),
    fresh_days=30,
    ask="这半年，家里挣钱的人有没有丢工作、失联或过世？",
    decays=True,
)
