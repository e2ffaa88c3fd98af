"""扣除刚性支出后人均月收入。

A year's income that counts, less the year's unavoidable cost, a head and month; illness is not
deducted twice. May be below nothing.
"""

from polars import Expr, coalesce, col, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="扣除刚性支出后人均月收入",
    title_en="Income per head after unavoidable cost",
    kind="money",
    unit="元/人·月",
    classes=("P01-04", "P04-02"),
    fresh_days=60,
    ask="看病、上学的钱交完，一个月还剩多少过日子？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    found = col.rigid_income_12m - col.rigid_cost_12m
    assessed = col.assessed_income_pc * col.n_members
    counted_ = coalesce("income_eased", assessed) * 12 - col.rigid_12m
    left = coalesce(found, counted_)
    return when(col.n_members > 0).then(left.floordiv(12 * col.n_members))


EXAMPLES = (
    gives("没有刚性支出", 267_00, income_eased=801_00, rigid_12m=0, n_members=3),
    gives(
        "按认定的算", 1_010_00, rigid_income_12m=139_200_00, rigid_cost_12m=90_720_00, n_members=4
    ),
    gives("不够花", -1, income_eased=0, rigid_12m=36, n_members=3),
    gives(
        "按核定人均算",
        250_00,
        income_eased=None,
        assessed_income_pc=250_00,
        rigid_12m=0,
        n_members=3,
    ),
    gives("支出不知道", None, income_eased=801_00, rigid_12m=None, n_members=3),
    gives("收入不知道", None, income_eased=None, rigid_12m=0, n_members=3),
)
