"""有重度残疾或完全失能成员。

Severe disability binds money and hands for good; partial dependence is the warning.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="A7",
    title="有重度残疾或完全失能成员",
    title_en="A member severely disabled or fully dependent",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A7",
    tag="assumed",
)
DIMENSION = "健康"
WEIGHT = 10
NAMES = (("重残失能", "severe disability"),)
READS = {"n_severe_dis": MORE, "n_disabled_full": MORE, "n_disabled_semi": MORE}
FRESH = 365


def level(std: Standards) -> Level:
    full = (col.n_severe_dis >= 1) | (col.n_disabled_full >= 1)
    return graded(full, col.n_disabled_semi >= 1)


ROW = {"n_severe_dis": 0, "n_disabled_full": 0, "n_disabled_semi": 0}
EXAMPLES = (
    Example("重度残疾一人", 2, ROW | {"n_severe_dis": 1}),
    Example("完全失能一人", 2, ROW | {"n_disabled_full": 1}),
    Example("半失能一人", 1, ROW | {"n_disabled_semi": 1}),
    Example("都没有", 0, ROW),
    Example("残疾数据缺失", (0, 2), ROW | {"n_severe_dis": None}),
    Example(
        "失能评估缺失，已有半失能", (1, 2), ROW | {"n_disabled_full": None, "n_disabled_semi": 1}
    ),
    Example("半失能数据缺失", (0, 1), ROW | {"n_disabled_semi": None}),
    Example("已有重残，其余缺失不影响", 2, {"n_severe_dis": 1}),
)
