"""教育支出占年收入。

No class of data holds tuition: without a student who pays it is nothing, else it must be asked.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import share

VARIABLE = Variable(
    title="教育支出占年收入",
    title_en="Education cost as a share of income",
    kind="share",
    classes=("P06-02", "M05-01"),
    fresh_days=180,
    ask="今年学费、住宿费一共交了多少？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    free = when(col.education_12m == 0).then(0)
    return coalesce(free, share(col.education_12m, col.income_year))


EXAMPLES = (
    gives("没人交学费", 0, education_12m=0, income_year=None),
    gives("三成", 3_000, education_12m=300, income_year=1_000),
    gives("学费不知道", None, education_12m=None, income_year=1_000),
)
