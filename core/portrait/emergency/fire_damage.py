"""火灾或房屋损毁。

Losing the roof is the fastest way into hardship. Its points fade with the days since the blow.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="B1",
    title="火灾或房屋损毁",
    title_en="Fire or damage to the house",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B1",
    tag="assumed",
)
DIMENSION = "冲击"
WEIGHT = 12
NAMES = (("火灾房损", "fire or damaged house"),)
READS = {"shock_fire": worst("severe", best="none")}
FADES = "shock_fire_days"
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.shock_fire == "severe", col.shock_fire == "mild")


EXAMPLES = (
    Example("无法居住或有伤亡", 2, {"shock_fire": "severe"}),
    Example("轻微受损", 1, {"shock_fire": "mild"}),
    Example("没有发生", 0, {"shock_fire": "none"}),
    Example("没有这方面的数据", None, {"shock_fire": None}),
)
