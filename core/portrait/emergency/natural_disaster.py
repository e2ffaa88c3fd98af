"""自然灾害受灾。

Typhoon and flood hit whole villages at once. Its points fade with the days since the blow.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="B5",
    title="自然灾害受灾",
    title_en="Struck by a natural disaster",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B5",
    tag="assumed",
)
DIMENSION = "冲击"
WEIGHT = 6
NAMES = (("受灾", "struck by disaster"),)
READS = {"shock_disaster": worst("severe", best="none")}
FADES = "shock_disaster_days"
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.shock_disaster == "severe", col.shock_disaster == "mild")


EXAMPLES = (
    Example("房屋倒塌或严重损坏", 2, {"shock_disaster": "severe"}),
    Example("一般受灾", 1, {"shock_disaster": "mild"}),
    Example("没有发生", 0, {"shock_disaster": "none"}),
    Example("没有这方面的数据", None, {"shock_disaster": None}),
)
