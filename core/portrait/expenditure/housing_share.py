"""住房刚性支出（租金或危房修缮）占比。

Rent comes first every month; half of the income leaves too little for the rest.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="C8",
    title="住房刚性支出（租金或危房修缮）占比",
    title_en="Share of income paid for rent or repair",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C8",
    tag="assumed",
)
DIMENSION = "住房"
WEIGHT = 8
NAMES = (("住房负担", "heavy housing cost"),)
READS = {"housing_share": MORE}
FRESH = 180


def level(std: Standards) -> Level:
    return graded(col.housing_share >= 5000, col.housing_share >= 3000)


EXAMPLES = (
    Example("达到50%", 2, {"housing_share": 5000}),
    Example("差一点到50%", 1, {"housing_share": 4999}),
    Example("达到30%", 1, {"housing_share": 3000}),
    Example("差一点到30%", 0, {"housing_share": 2999}),
    Example("没有这方面的数据", None, {"housing_share": None}),
)
