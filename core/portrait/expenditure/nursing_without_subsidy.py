"""长期护理无任何补贴。

Three subsidies exist (insurance, nursing, elder service); having none of them is a gap, not a choice.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="C7",
    title="长期护理无任何补贴",
    title_en="Long-term care without any subsidy",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C7",
    tag="assumed",
)
DIMENSION = "照护康复"
WEIGHT = 8
NAMES = (("长护缺口", "care without subsidy"),)
READS = {"ltc_uncovered": YES}
FRESH = 90
RELIEF = Relief("护理补贴落实一项", "one care subsidy is granted", {"ltc_uncovered": False})


def level(std: Standards) -> Level:
    return only(col.ltc_uncovered)


EXAMPLES = (
    Example("是", 2, {"ltc_uncovered": True}),
    Example("否", 0, {"ltc_uncovered": False}),
    Example("没有这方面的数据", None, {"ltc_uncovered": None}),
)
