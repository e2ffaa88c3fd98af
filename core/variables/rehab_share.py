"""康复护理占年收入。

No class of data holds what a family pays for rehabilitation itself: without anybody who needs it
it is nothing, else it must be asked.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import share

VARIABLE = Variable(
    title="康复护理占年收入",
    title_en="Rehabilitation and care as a share of income",
    kind="share",
    classes=("P10-03", "P10-04"),
    fresh_days=180,
    ask="今年康复、护理自己掏了大概多少钱？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    free = when(col.rehab_12m == 0).then(0)
    return coalesce(free, share(col.rehab_12m, col.income_year))


EXAMPLES = (
    gives("没人要康复", 0, rehab_12m=0, income_year=None),
    gives("一成", 1_000, rehab_12m=100, income_year=1_000),
    gives("花多少不知道", None, rehab_12m=None, income_year=1_000),
)
