"""学业或心理风险。

Used as little as possible: one level, no list of reasons, the children's line only.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="D10",
    title="学业或心理风险",
    title_en="A child at risk at school or in mind",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D10",
    tag="assumed",
)
DIMENSION = "儿童"
WEIGHT = 6
NAMES = (("学业心理风险", "school or mental risk"),)
READS = {"child_risk": worst("high", best="none")}
FRESH = 60
LINE = "children"


def level(std: Standards) -> Level:
    return graded(col.child_risk == "high", col.child_risk == "watch")


EXAMPLES = (
    Example("高风险", 2, {"child_risk": "high"}),
    Example("关注", 1, {"child_risk": "watch"}),
    Example("无", 0, {"child_risk": "none"}),
    Example("没有这方面的数据", None, {"child_risk": None}),
)
