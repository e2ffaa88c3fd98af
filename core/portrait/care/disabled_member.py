"""重度残疾成员。

Grades one and two, and mental grades to three, need daily help from others.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="D2",
    title="重度残疾成员",
    title_en="A disabled member",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D2",
    tag="assumed",
)
DIMENSION = "照护依赖"
WEIGHT = 10
NAMES = (("重度残疾", "severe disability"), ("残疾", "disability"))
READS = {"n_severe_dis": MORE, "n_dis": MORE}
FRESH = 365


def level(std: Standards) -> Level:
    return graded(col.n_severe_dis >= 1, col.n_dis >= 1)


EXAMPLES = (
    Example("重度一人", 2, {"n_severe_dis": 1, "n_dis": 1}),
    Example("轻度一人", 1, {"n_severe_dis": 0, "n_dis": 1}),
    Example("无残疾证", 0, {"n_severe_dis": 0, "n_dis": 0}),
    Example("等级未知", (1, 2), {"n_severe_dis": None, "n_dis": 1}),
    Example("残疾数据缺失", (0, 2), {"n_severe_dis": None, "n_dis": None}),
    Example("持证人数未知", (0, 1), {"n_severe_dis": 0, "n_dis": None}),
)
