"""没有自己的住房。"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="没有自己的住房",
    title_en="No home of their own",
    kind="bool",
    classes=("P08-01", "P07-01", "M07-04"),
    fresh_days=365,
    ask="住的房子是自己的，还是租的、借的？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    renting = when(sure(col.public_rental)).then(True)
    return coalesce(when(col.has_own_home).then(False), renting, ~col.has_own_home)


EXAMPLES = (
    miss("有自己的房", has_own_home=True, public_rental=False),
    miss("有自己的房，又租着", has_own_home=True, public_rental=True),
    hit("住公租房", has_own_home=None, public_rental=True),
    hit("哪里都没有房", has_own_home=False, public_rental=False),
    unknown("有没有房不知道", has_own_home=None, public_rental=False),
)
