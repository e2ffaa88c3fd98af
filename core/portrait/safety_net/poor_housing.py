"""住房保障不足（无房或C/D级危房）。

The housing indicator of multidimensional poverty: the building itself, then the right to stay.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="A4",
    title="住房保障不足（无房或C/D级危房）",
    title_en="Unsafe house or no house of their own",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A4",
    tag="assumed",
)
DIMENSION = "资产"
WEIGHT = 7
NAMES = (("危房", "unsafe house"), ("无自有房", "no house of their own"))
READS = {"housing_grade": worst("D", best="A"), "homeless_or_rent": YES}
FRESH = 365
RELIEF = Relief(
    "危房修缮或住房安排到位",
    "the house is repaired or housing is found",
    {"housing_grade": "A", "homeless_or_rent": False},
)


def level(std: Standards) -> Level:
    unsafe = (col.housing_grade == "C") | (col.housing_grade == "D")
    return graded(unsafe, col.homeless_or_rent)


EXAMPLES = (
    Example("C级", 2, {"housing_grade": "C", "homeless_or_rent": False}),
    Example("D级且租住", 2, {"housing_grade": "D", "homeless_or_rent": True}),
    Example("B级自有", 0, {"housing_grade": "B", "homeless_or_rent": False}),
    Example("B级租住", 1, {"housing_grade": "B", "homeless_or_rent": True}),
    Example("未鉴定但租住：至少算预警", (1, 2), {"housing_grade": None, "homeless_or_rent": True}),
    Example("危房，产权不明也不影响", 2, {"housing_grade": "C", "homeless_or_rent": None}),
    Example("产权不明", (0, 1), {"housing_grade": "A", "homeless_or_rent": None}),
)
