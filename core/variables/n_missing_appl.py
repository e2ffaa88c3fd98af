"""缺少的基本家电。

What the newest review of the home noted, less what charity has delivered since.
"""

from datetime import date

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.example import gives
from core.variables.engine.variable import Variable
from core.variables.engine.words import sure

VARIABLE = Variable(
    title="缺少的基本家电",
    title_en="Missing basic appliances",
    kind="number",
    unit="件",
    classes=("M21-05", "M01-12"),
    fresh_days=365,
    ask="冰箱、洗衣机、热水器、电视、空调，缺哪几样？",
)


ITEMS = ("fridge", "washer", "heater", "tv", "aircon")
GIVEN = ("fridge", "washer", "tv", "aircon")


def value(std: Standards) -> Expr:
    lacking = []
    for item in ITEMS:
        later = sure(col(f"given_{item}_on") >= col.reviewed_on) if item in GIVEN else lit(False)
        lacking.append((col(f"lacks_{item}") & ~later).cast(pl.Int64))
    known_ = pl.all_horizontal(*(e.is_not_null() for e in lacking))
    return when(known_).then(pl.sum_horizontal(*lacking))


SEEN = {f"lacks_{item}": False for item in ITEMS} | {"reviewed_on": date(2022, 5, 1)}
EXAMPLES = (
    gives("样样有", 0, **SEEN),
    gives("缺三样", 3, **SEEN | {"lacks_fridge": True, "lacks_tv": True, "lacks_heater": True}),
    gives("后来送了冰箱", 0, **SEEN | {"lacks_fridge": True, "given_fridge_on": date(2022, 6, 1)}),
    gives(
        "以前送过，还是缺", 1, **SEEN | {"lacks_fridge": True, "given_fridge_on": date(2022, 4, 1)}
    ),
    gives("没复核过", None, reviewed_on=None),
)
