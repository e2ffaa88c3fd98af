"""劳动收入占比。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="劳动收入占比",
    title_en="Share of labour income",
    kind="share",
    classes=("P11-01", "P11-03"),
    fresh_days=180,
    ask="家里的钱主要靠干活，还是靠养老金和补助？",
    sensitivity="S2",
)
