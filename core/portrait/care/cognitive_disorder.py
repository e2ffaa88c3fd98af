"""认知障碍或严重精神障碍。

Care around the clock, and a label that must not travel: restricted staff only.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, only
from core.rule import Example, Label

LABEL = Label(
    id="D3",
    title="认知障碍或严重精神障碍",
    title_en="Dementia or a severe mental disorder",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D3",
    tag="assumed",
)
DIMENSION = "照护依赖"
WEIGHT = 6
NAMES = (("认知精神障碍", "cognitive or mental disorder"),)
READS = {"n_cognitive": MORE}
FRESH = 365
LINE = "restricted"


def level(std: Standards) -> Level:
    return only(col.n_cognitive >= 1)


EXAMPLES = (
    Example("一人", 2, {"n_cognitive": 1}),
    Example("没有", 0, {"n_cognitive": 0}),
    Example("未评估", None, {"n_cognitive": None}),
)
