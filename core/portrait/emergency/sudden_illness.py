"""突发重大疾病。

The first weeks cost most, long before any reimbursement. Its points fade with the days since the blow.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="B3",
    title="突发重大疾病",
    title_en="Sudden serious illness",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B3",
    tag="assumed",
)
DIMENSION = "冲击"
WEIGHT = 10
NAMES = (("突发大病", "sudden serious illness"),)
READS = {"shock_illness": worst("severe", best="none")}
FADES = "shock_illness_days"
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.shock_illness == "severe", col.shock_illness == "mild")


EXAMPLES = (
    Example("确诊重大疾病或重症住院", 2, {"shock_illness": "severe"}),
    Example("普通住院", 1, {"shock_illness": "mild"}),
    Example("没有发生", 0, {"shock_illness": "none"}),
    Example("没有这方面的数据", None, {"shock_illness": None}),
)
