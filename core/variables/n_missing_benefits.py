"""应享未享待遇项数。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="应享未享待遇项数",
    title_en="Entitlements not received",
    kind="number",
    unit="项",
    classes=("P01-10", "M01-05", "P03-01"),
    fresh_days=60,
    ask="残疾补贴、高龄津贴、养老金，有没有该领没领的？",
    sensitivity="S2",
)
