"""财产在限额内。"""

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
