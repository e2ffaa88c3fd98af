"""财产在限额内。

Money, houses, vehicles and businesses within the limits for dibao (R-04). Over one limit is over;
within all needs all of them known.
"""

from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="财产在限额内",
    title_en="Assets within limits",
    kind="bool",
    classes=("P01-06", "P02-05", "P08-01"),
    fresh_days=365,
    ask="家里有没有汽车、第二套房，或者开着店、办着公司？",
    sensitivity="S2",
)


def value(std: Standards) -> Expr:
    return col.cash_ok & col.goods_ok


EXAMPLES = (
    hit("都在限额内", cash_ok=True, goods_ok=True),
    miss("存款超限", cash_ok=False, goods_ok=None),
    miss("有车", cash_ok=None, goods_ok=False),
    unknown("没核对过", cash_ok=None, goods_ok=True),
    unknown("房没核", cash_ok=True, goods_ok=None),
)
