"""缺基本家电。

Fridge, washing machine, water heater, television, air conditioner: what the 暖巢行动 fills up.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="A11",
    title="缺基本家电",
    title_en="Basic appliances missing",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A11",
    tag="assumed",
)
DIMENSION = "生活"
WEIGHT = 4
NAMES = (("缺家电", "basic appliances missing"),)
READS = {"n_missing_appl": MORE}
FRESH = 365
RELIEF = Relief("补齐基本家电", "the missing appliances are provided", {"n_missing_appl": 0})


def level(std: Standards) -> Level:
    return graded(col.n_missing_appl >= 3, col.n_missing_appl >= 1)


EXAMPLES = (
    Example("缺三件", 2, {"n_missing_appl": 3}),
    Example("缺两件", 1, {"n_missing_appl": 2}),
    Example("缺一件", 1, {"n_missing_appl": 1}),
    Example("齐全", 0, {"n_missing_appl": 0}),
    Example("没上门看过", None, {"n_missing_appl": None}),
)
