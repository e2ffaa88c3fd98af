"""欠费停电停水或生活用能极低。

The electricity and water indicators of multidimensional poverty.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, YES, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="A10",
    title="欠费停电停水或生活用能极低",
    title_en="Power or water cut off, or hardly used",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A10",
    tag="assumed",
)
DIMENSION = "生活"
WEIGHT = 4
NAMES = (("能源贫困", "energy poverty"),)
READS = {"utility_cut": YES, "kwh_month": LESS}
FRESH = 45
RELIEF = Relief("恢复供电供水", "power and water are back", {"utility_cut": False})


def level(std: Standards) -> Level:
    return graded(col.utility_cut, col.kwh_month < 15)


EXAMPLES = (
    Example("停电未恢复", 2, {"utility_cut": True, "kwh_month": 90}),
    Example("上月不到15度", 1, {"utility_cut": False, "kwh_month": 14}),
    Example("恰为15度", 0, {"utility_cut": False, "kwh_month": 15}),
    Example("用电量缺失", (0, 1), {"utility_cut": False, "kwh_month": None}),
    Example("停供情况缺失", (0, 2), {"utility_cut": None, "kwh_month": 90}),
    Example("停供情况缺失，用电极低", (1, 2), {"utility_cut": None, "kwh_month": 3}),
)
