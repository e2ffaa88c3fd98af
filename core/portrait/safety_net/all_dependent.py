"""成员全为老残病幼。

Nobody in the house can carry the others.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, only
from core.rule import Example, Label

LABEL = Label(
    id="A6",
    title="成员全为老残病幼",
    title_en="Every member is old, disabled, ill or a child",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A6",
    tag="assumed",
)
DIMENSION = "劳动"
WEIGHT = 8
NAMES = (("全户老残病幼", "all members dependent"),)
READS = {"all_dependent": YES}
FRESH = 90


def level(std: Standards) -> Level:
    return only(col.all_dependent)


EXAMPLES = (
    Example("是", 2, {"all_dependent": True}),
    Example("否", 0, {"all_dependent": False}),
    Example("没有这方面的数据", None, {"all_dependent": None}),
)
