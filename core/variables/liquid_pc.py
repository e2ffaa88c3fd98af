"""人均存款和理财。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="人均存款和理财",
    title_en="Savings per head",
    kind="money",
    unit="元/人",
    classes=("P01-06",),
    fresh_days=365,
    ask="家里存款加起来大概有多少？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    return when(col.n_members > 0).then(col.liquid // col.n_members)


EXAMPLES = (
    gives("三个人2700元", 900_00, liquid=2_700_00, n_members=3),
    gives("没核对过", None, liquid=None, n_members=3),
    gives("一个成员也没有", None, liquid=2_700_00, n_members=0),
)
