"""住房支出占收入。

Rent against the month's income. While a repair is going on its cost is not known to anybody.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import share, sure

VARIABLE = Variable(
    title="住房支出占收入",
    title_en="Housing cost as a share of income",
    kind="share",
    classes=("P07-01", "M07-04"),
    fresh_days=180,
    ask="一个月房租多少？修房子自己出了多少钱？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    known_rent = when(~sure(col.repair_open)).then("rent_month")
    free = when(known_rent == 0).then(0)
    return coalesce(free, share(known_rent * 12, col.income_year))


EXAMPLES = (
    gives("住自己的房", 0, rent_month=0, income_year=None),
    gives("租金占一半", 5_000, rent_month=50, income_year=1_200),
    gives("在修房子，花多少不知道", None, rent_month=0, repair_open=True, income_year=1_200),
    gives("租金不知道", None, rent_month=None, income_year=1_200),
    gives("收入不知道", None, rent_month=50, income_year=None),
)
