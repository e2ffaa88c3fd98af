"""人均月收入（救助发放前）。

R-02: what counts of the month's income, less proved costs of illness and disability, divided by
the members, in fen and rounded down. Where it cannot be measured, the town's own finding stands.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="人均月收入（救助发放前）",
    title_en="Income per head before assistance",
    kind="money",
    unit="元/人·月",
    classes=("P01-06", "P11-01", "P03-01"),
    fresh_days=180,
    ask="全家一个月挣多少、领多少养老金？低保金不算。",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    counted = (col.income_eased - col.sick_sum).clip(lower_bound=0)
    measured = when(col.n_members > 0).then(counted // col.n_members)
    return coalesce(measured, "assessed_income_pc")


EXAMPLES = (
    gives("三个人800元", 266_66, income_eased=800_00, sick_sum=0, n_members=3),
    gives("扣掉看病的钱", 233_33, income_eased=800_00, sick_sum=100_00, n_members=3),
    gives("扣到没有为止", 0, income_eased=800_00, sick_sum=900_00, n_members=3),
    gives("算不出，用核定的", 250_00, income_eased=None, assessed_income_pc=250_00, n_members=3),
    gives(
        "算得出，不用核定的",
        266_66,
        income_eased=800_00,
        sick_sum=0,
        n_members=3,
        assessed_income_pc=250_00,
    ),
    gives("算不出，也没核定过", None, income_eased=None, n_members=3),
    gives("一个成员也没有", None, income_eased=0, sick_sum=0, n_members=0),
)
