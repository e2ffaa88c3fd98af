"""劳动负担系数高。

How many mouths each pair of hands feeds. Without any hands the family is 兜底型 instead.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import BOTH, MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="E8",
    title="劳动负担系数高",
    title_en="Many dependants per worker",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E8",
    tag="assumed",
)
DIMENSION = "创收"
WEIGHT = 7
NAMES = (("负担重", "many dependants"),)
READS = {"n_labor": BOTH, "n_members": MORE}
FRESH = 90


def level(std: Standards) -> Level:
    able = col.n_labor >= 1
    fed = col.n_members - col.n_labor
    return graded(able & (fed >= 2 * col.n_labor), able & (fed >= col.n_labor))


EXAMPLES = (
    Example("一人养两人", 2, {"n_labor": 1, "n_members": 3}),
    Example("一人养一人", 1, {"n_labor": 1, "n_members": 2}),
    Example("两人养三人", 1, {"n_labor": 2, "n_members": 5}),
    Example("两人养一人", 0, {"n_labor": 2, "n_members": 3}),
    Example("没有劳动力", 0, {"n_labor": 0, "n_members": 2}),
    Example("劳动力未知", (0, 2), {"n_labor": None, "n_members": 3}),
    Example("人口未知", (0, 2), {"n_labor": 1, "n_members": None}),
    Example(
        "一人不明，至少一名劳动力", (0, 1), {"n_labor": 1, "n_labor_unknown": 1, "n_members": 2}
    ),
)
