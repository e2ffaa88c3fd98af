"""有人需要照护。"""

from polars import Expr

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.tally import any_of
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="有人需要照护",
    title_en="Somebody needs care",
    kind="bool",
    classes=("P01-11", "P10-01"),
    fresh_days=60,
    ask="家里有没有人离不开人照顾？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    return any_of("n_need_care")


EXAMPLES = (
    hit("有一个", n_need_care=1, n_need_care_unknown=1),
    miss("都好", n_need_care=0, n_need_care_unknown=0),
    unknown("有一个不知道", n_need_care=0, n_need_care_unknown=1),
)
