"""半年内有突发困难。

Any shock of the window. Whether its case is closed, only our own cases know.
"""

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.rule import hit, miss, unknown
from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="半年内有突发困难",
    title_en="Any shock within 180 days",
    kind="bool",
    classes=("M16-03", "M15-01", "P02-06", "M15-03", "P05-02", "P04-02", "P02-04", "P03-04"),
    fresh_days=30,
    ask="这半年家里出过什么大事吗？",
    sensitivity="S2",
)


KINDS = ("fire", "accident", "illness", "breadwinner", "disaster")


def value(std: Standards) -> Expr:
    return pl.any_horizontal(*(col(f"shock_{kind}") != "none" for kind in KINDS))


CALM = {f"shock_{kind}": "none" for kind in KINDS}
EXAMPLES = (
    hit("起过火", **CALM | {"shock_fire": "mild"}),
    miss("都没有", **CALM),
    unknown("大病不知道", **CALM | {"shock_illness": None}),
    hit("大病不知道，起过火", **CALM | {"shock_illness": None, "shock_fire": "mild"}),
)
