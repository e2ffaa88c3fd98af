"""在特殊老年人库。"""

from polars import Expr

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.tally import any_of
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="在特殊老年人库",
    title_en="On the register of special elders",
    kind="bool",
    classes=("M01-01",),
    fresh_days=30,
    ask="有没有人每周上门看望老人？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    return any_of("n_special")


EXAMPLES = (
    hit("在库", n_special=1, n_special_unknown=0),
    miss("不在库", n_special=0, n_special_unknown=0),
    unknown("库没来", n_special=0, n_special_unknown=2),
)
