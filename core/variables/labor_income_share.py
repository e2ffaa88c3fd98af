"""劳动收入占比。

Of what comes in, before anything is deducted or disregarded: a family that lives on a new wage
lives on work, also while the wage does not count.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import share

VARIABLE = Variable(
    title="劳动收入占比",
    title_en="Share of labour income",
    kind="share",
    classes=("P11-01", "P11-03"),
    fresh_days=180,
    ask="家里的钱主要靠干活，还是靠养老金和补助？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    nothing = when(col.income_gross == 0).then(0)
    return coalesce(nothing, share(col.income_labour, col.income_gross))


EXAMPLES = (
    gives("一半靠工资", 5_000, income_labour=100, income_gross=200),
    gives("向下取整", 3_333, income_labour=100, income_gross=300),
    gives("没有收入", 0, income_labour=0, income_gross=0),
    gives("收入不知道", None, income_labour=None, income_gross=None),
)
