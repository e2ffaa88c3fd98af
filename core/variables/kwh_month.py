"""上月用电量。"""

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="上月用电量",
    title_en="Electricity used last month",
    kind="number",
    unit="千瓦时",
    classes=("M24-01",),
    fresh_days=45,
    ask="上个月电费单上是多少度？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    return col.kwh


EXAMPLES = (
    gives("90度", 90, kwh=90),
    gives("没有读数", None, kwh=None),
)
