"""人身安全危机。

Open until somebody has written that it is over. Only the safety line may see it.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="人身安全危机",
    title_en="Danger to life or limb",
    kind="bool",
    classes=("M07-01", "M19-03"),
    fresh_days=7,
    ask="请专线同事核实：这家现在安全吗？",
    effort=("department",),
    sensitivity="S3",
    line="safety",
)


def value(std: Standards) -> Expr:
    return col.police_danger | col.violence_help_open


EXAMPLES = (
    hit("警情没化解", police_danger=True, violence_help_open=False),
    hit("求助没办结", police_danger=False, violence_help_open=True),
    miss("都没有", police_danger=False, violence_help_open=False),
    unknown("妇联没来", police_danger=False, violence_help_open=None),
    hit("妇联没来，警情没化解", police_danger=True, violence_help_open=None),
)
