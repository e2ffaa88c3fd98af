"""低保标准。"""

from polars import Expr, lit

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="低保标准",
    title_en="Dibao standard",
    kind="money",
    unit="元/人·月",
    classes=(),
    fresh_days=60,
    ask="今年的低保标准是多少？",
    effort=("department",),
    sensitivity="S0",
)


def value(std: Standards) -> Expr:
    return lit(std.fen("dibao_std"))


EXAMPLES = (gives("2022年1070元", 1_070_00),)
