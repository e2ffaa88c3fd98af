"""应享未享（待遇漏项）。

A right that does not arrive is a deprivation of its own (capability approach).
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="A8",
    title="应享未享（待遇漏项）",
    title_en="Entitled but not receiving",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A8",
    tag="assumed",
)
DIMENSION = "保障缺口"
WEIGHT = 8
NAMES = (("应享未享", "entitled but not receiving"),)
READS = {"n_missing_benefits": MORE}
FRESH = 60
RELIEF = Relief("应享待遇全部落实", "every benefit due is paid", {"n_missing_benefits": 0})


def level(std: Standards) -> Level:
    return graded(col.n_missing_benefits >= 2, col.n_missing_benefits >= 1)


EXAMPLES = (
    Example("漏两项", 2, {"n_missing_benefits": 2}),
    Example("漏一项", 1, {"n_missing_benefits": 1}),
    Example("没有漏项", 0, {"n_missing_benefits": 0}),
    Example("待遇未核", None, {"n_missing_benefits": None}),
)
