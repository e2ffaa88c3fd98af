"""医疗自付占年收入。"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import share

VARIABLE = Variable(
    title="医疗自付占年收入",
    title_en="Medical cost as a share of income",
    kind="share",
    classes=("P04-02", "P04-03", "P04-05"),
    fresh_days=30,
    ask="这一年看病，报销完自己掏了多少钱？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    free = when(col.medical_12m == 0).then(0)
    return coalesce(free, share(col.medical_12m, col.income_year))


EXAMPLES = (
    gives("四成", 4_000, medical_12m=400, income_year=1_000),
    gives("比收入还多", 10_000, medical_12m=4_000, income_year=1_000),
    gives("没花钱，收入不知道", 0, medical_12m=0, income_year=None),
    gives("花了钱，没有收入", 10_000, medical_12m=1, income_year=0),
    gives("收入不知道", None, medical_12m=400, income_year=None),
    gives("医保没来", None, medical_12m=None, income_year=1_000),
)
