"""无资产性或经营性增收渠道。

Shares in village projects (飞地抱团) pay every month whether or not somebody works.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="E7",
    title="无资产性或经营性增收渠道",
    title_en="No income from assets or a share",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E7",
    tag="assumed",
)
DIMENSION = "创收"
WEIGHT = 8
NAMES = (("无增收渠道", "no asset income"),)
READS = {"asset_income_m": LESS}
FRESH = 365
RELIEF = Relief(
    "每月有100元以上的资产性收入",
    "100 yuan a month come in from assets",
    {"asset_income_m": 10_000},
)


def level(std: Standards) -> Level:
    return graded(col.asset_income_m == 0, col.asset_income_m < 10_000)


EXAMPLES = (
    Example("没有", 2, {"asset_income_m": 0}),
    Example("每月不到100元", 1, {"asset_income_m": 9999}),
    Example("恰为100元", 0, {"asset_income_m": 10000}),
    Example("没有这方面的数据", None, {"asset_income_m": None}),
)
