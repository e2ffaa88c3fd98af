"""刚性支出占年收入。"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import share

VARIABLE = Variable(
    title="刚性支出占年收入",
    title_en="Unavoidable cost as a share of income",
    kind="share",
    classes=("P01-04", "P04-02"),
    fresh_days=60,
    ask="看病、上学、康复，一年自己要花掉多少？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    free = when(col.rigid_12m == 0).then(0)
    return coalesce(free, share(col.rigid_12m, col.income_year))


EXAMPLES = (
    gives("六成二", 6_200, rigid_12m=62, income_year=100),
    gives("没有", 0, rigid_12m=0, income_year=None),
    gives("支出不知道", None, rigid_12m=None, income_year=100),
)
