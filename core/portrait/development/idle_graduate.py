"""毕业生或青年长期未就业。

The son of the Lu family: a year after graduation without work in a dibao household.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="E2",
    title="毕业生或青年长期未就业",
    title_en="A graduate long out of work",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E2",
    tag="assumed",
)
DIMENSION = "就业"
WEIGHT = 15
NAMES = (("毕业未就业", "graduate out of work"),)
READS = {"grad_idle_months": MORE}
FRESH = 45


def level(std: Standards) -> Level:
    return graded(col.grad_idle_months >= 12, col.grad_idle_months >= 6)


EXAMPLES = (
    Example("满12个月", 2, {"grad_idle_months": 12}),
    Example("11个月", 1, {"grad_idle_months": 11}),
    Example("满6个月", 1, {"grad_idle_months": 6}),
    Example("5个月", 0, {"grad_idle_months": 5}),
    Example("去向未知", None, {"grad_idle_months": None}),
)
