"""无劳动力。

The core of 兜底: without labour no training or job can lift the family. Fewer than one worker in
three members is the warning.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="A5",
    title="无劳动力",
    title_en="Nobody able to work",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A5",
    tag="assumed",
)
DIMENSION = "劳动"
WEIGHT = 12
NAMES = (("无劳动力", "nobody able to work"), ("劳力不足", "few able to work"))
READS = {"n_labor": LESS, "n_members": MORE}
FRESH = 90


def level(std: Standards) -> Level:
    few = (col.n_labor > 0) & (col.n_labor * 3 < col.n_members)
    return graded(col.n_labor == 0, few)


EXAMPLES = (
    Example("无劳动力", 2, {"n_labor": 0, "n_members": 2}),
    Example("四人一劳力", 1, {"n_labor": 1, "n_members": 4}),
    Example("三人一劳力恰好不算", 0, {"n_labor": 1, "n_members": 3}),
    Example("全部能劳动", 0, {"n_labor": 2, "n_members": 2}),
    Example("劳动力未知", None, {"n_labor": None, "n_members": 3}),
    Example(
        "一人未核，至少一名劳动力", (0, 1), {"n_labor": 1, "n_labor_unknown": 1, "n_members": 4}
    ),
    Example("人口未知，无劳动力仍可判断", 2, {"n_labor": 0, "n_members": None}),
    Example("人口未知", (0, 1), {"n_labor": 1, "n_members": None}),
)
