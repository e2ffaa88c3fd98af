"""交通、生产、意外伤亡。

Income stops and bills start on the same day. Its points fade with the days since the blow.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="B2",
    title="交通、生产、意外伤亡",
    title_en="Death or injury in an accident",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B2",
    tag="assumed",
)
DIMENSION = "冲击"
WEIGHT = 12
NAMES = (("意外伤亡", "death or injury by accident"),)
READS = {"shock_accident": worst("severe", best="none")}
FADES = "shock_accident_days"
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.shock_accident == "severe", col.shock_accident == "mild")


EXAMPLES = (
    Example("死亡或重伤", 2, {"shock_accident": "severe"}),
    Example("轻伤", 1, {"shock_accident": "mild"}),
    Example("没有发生", 0, {"shock_accident": "none"}),
    Example("没有这方面的数据", None, {"shock_accident": None}),
)
