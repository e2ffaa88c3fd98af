"""唯一照护者失能或无亲属支持。

Somebody who depends on one person is alone the day that person falls ill.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="B8",
    title="唯一照护者失能或无亲属支持",
    title_en="The only carer is lost, or no kin can help",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B8",
    tag="assumed",
)
DIMENSION = "承受力"
WEIGHT = 10
NAMES = (("照护断链", "care has broken down"),)
READS = {"sole_carer_lost": YES, "weak_support": YES}
FRESH = 60
RELIEF = Relief(
    "有人接手照护",
    "somebody takes over the care",
    {"sole_carer_lost": False, "weak_support": False},
)


def level(std: Standards) -> Level:
    return graded(col.sole_carer_lost, col.weak_support)


EXAMPLES = (
    Example("唯一照护者住院", 2, {"sole_carer_lost": True, "weak_support": False}),
    Example("无亲属可靠", 1, {"sole_carer_lost": False, "weak_support": True}),
    Example("有人照应", 0, {"sole_carer_lost": False, "weak_support": False}),
    Example("照护者情况未知", (0, 2), {"sole_carer_lost": None, "weak_support": False}),
    Example("照护者情况未知且无亲属", (1, 2), {"sole_carer_lost": None, "weak_support": True}),
    Example("亲属情况未知", (0, 1), {"sole_carer_lost": False, "weak_support": None}),
)
