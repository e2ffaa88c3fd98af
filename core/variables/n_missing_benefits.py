"""应享未享待遇项数。

The rules say it, not the registers: this is their count, and unknown until they have run.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import gives
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


def value(std: Standards) -> Expr:
    return col.n_entitled_not_received


EXAMPLES = (
    gives("漏了一项", 1, n_entitled_not_received=1),
    gives("没有漏", 0, n_entitled_not_received=0),
    gives("规则还没算", None, n_entitled_not_received=None),
)
