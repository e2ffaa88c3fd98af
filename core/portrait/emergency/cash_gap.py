"""急需现金缺口（突发自付超过两个月收入）。

What the family pays itself after insurance and aid, in months of its income (catastrophic expenditure).
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="B6",
    title="急需现金缺口（突发自付超过两个月收入）",
    title_en="The blow costs more than two months of income",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B6",
    tag="assumed",
)
DIMENSION = "承受力"
WEIGHT = 12
NAMES = (("现金流断裂", "cash has run out"),)
READS = {"shock_cost_ratio": MORE}
FRESH = 30
RELIEF = Relief("临时救助补上现金缺口", "emergency aid fills the cash gap", {"shock_cost_ratio": 0})


def level(std: Standards) -> Level:
    return graded(col.shock_cost_ratio > 20_000, col.shock_cost_ratio > 10_000)


EXAMPLES = (
    Example("超过两个月", 2, {"shock_cost_ratio": 20001}),
    Example("恰为两个月", 1, {"shock_cost_ratio": 20000}),
    Example("略超一个月", 1, {"shock_cost_ratio": 10001}),
    Example("恰为一个月", 0, {"shock_cost_ratio": 10000}),
    Example("自付金额未知", None, {"shock_cost_ratio": None}),
)
