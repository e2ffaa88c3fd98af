"""当前救助身份。

The strongest standing in force. A standing that is known is not undone by a register that has not
come; only "none" needs all five.
"""

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import home
from core.variables.engine.tally import Tally, any_of, count
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="当前救助身份",
    title_en="Assistance status",
    kind="enum",
    categories=("none", "dibao", "danrenbao", "tekun", "edge", "rigid"),
    classes=("P01-01", "P01-02", "P01-03", "P01-04", "M01-11"),
    fresh_days=30,
    ask="家里现在吃低保、特困或者低边吗？",
    sensitivity="S2",
)


def members(std: Standards) -> dict[str, Tally]:
    return {"n_tekun": count(col.tekun), "n_single_guarded": count(col.single_guarded)}


def value(std: Standards) -> Expr:
    held = {
        "tekun": any_of("n_tekun"),
        "danrenbao": any_of("n_single_guarded") | col.danrenbao_listed,
        "dibao": col.dibao_listed,
        "edge": col.edge_listed,
        "rigid": col.rigid_listed,
    }
    nothing = ~pl.any_horizontal(*held.values())
    word: Expr = when(nothing).then(lit("none"))
    for name in reversed(held):
        word = when(sure(held[name])).then(lit(name)).otherwise(word)
    return word


NOBODY = [{"tekun": False, "single_guarded": False}]
NONE = {
    "danrenbao_listed": False,
    "dibao_listed": False,
    "edge_listed": False,
    "rigid_listed": False,
}
EXAMPLES = (
    home("低保户", "dibao", NOBODY, **NONE | {"dibao_listed": True}),
    home(
        "低保户里有特困",
        "tekun",
        [{"tekun": True, "single_guarded": False}],
        **NONE | {"dibao_listed": True},
    ),
    home(
        "单人保户",
        "danrenbao",
        [{"tekun": False, "single_guarded": True}],
        **NONE | {"edge_listed": True},
    ),
    home("低保名册上的单人保", "danrenbao", NOBODY, **NONE | {"danrenbao_listed": True}),
    home("低边", "edge", NOBODY, **NONE | {"edge_listed": True}),
    home(
        "低边又是刚性支出户", "edge", NOBODY, **NONE | {"edge_listed": True, "rigid_listed": True}
    ),
    home("刚性支出户", "rigid", NOBODY, **NONE | {"rigid_listed": True}),
    home("都不是", "none", NOBODY, **NONE),
    home(
        "低保在册，特困名册没来",
        "dibao",
        [{"tekun": None, "single_guarded": None}],
        dibao_listed=True,
    ),
    home("特困名册没来，别的都不是", None, [{"tekun": None, "single_guarded": False}], **NONE),
)
