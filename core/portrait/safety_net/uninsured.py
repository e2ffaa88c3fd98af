"""医保断保。

One illness without insurance undoes years of help.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="A9",
    title="医保断保",
    title_en="Medical insurance lapsed",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A9",
    tag="assumed",
)
DIMENSION = "保障缺口"
WEIGHT = 4
NAMES = (("断保", "medical insurance lapsed"),)
READS = {"n_uninsured": MORE}
FRESH = 30
RELIEF = Relief("断保成员续上医保", "the lapsed medical insurance is renewed", {"n_uninsured": 0})


def level(std: Standards) -> Level:
    return only(col.n_uninsured >= 1)


EXAMPLES = (
    Example("一人断保", 2, {"n_uninsured": 1}),
    Example("全部参保", 0, {"n_uninsured": 0}),
    Example("参保数据缺失", None, {"n_uninsured": None}),
    Example("一人未查到", None, {"n_uninsured": 0, "n_uninsured_unknown": 1, "n_members": 3}),
)
