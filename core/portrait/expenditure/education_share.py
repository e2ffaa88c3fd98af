"""教育支出占年收入比。

Fees and lodging of the child who is the way out must not sink the family.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="C4",
    title="教育支出占年收入比",
    title_en="Share of income paid for education",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C4",
    tag="assumed",
)
DIMENSION = "教育"
WEIGHT = 8
NAMES = (("教育负担", "heavy education cost"),)
READS = {"edu_share": MORE}
FRESH = 180


def level(std: Standards) -> Level:
    return graded(col.edu_share >= 3000, col.edu_share >= 1500)


EXAMPLES = (
    Example("达到30%", 2, {"edu_share": 3000}),
    Example("差一点到30%", 1, {"edu_share": 2999}),
    Example("达到15%", 1, {"edu_share": 1500}),
    Example("差一点到15%", 0, {"edu_share": 1499}),
    Example("没有这方面的数据", None, {"edu_share": None}),
)
