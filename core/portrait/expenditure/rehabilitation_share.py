"""残疾康复与护理支出占比。

Rarely in any database: the question to ask on a visit is what rehabilitation cost this year.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="C6",
    title="残疾康复与护理支出占比",
    title_en="Share of income paid for rehabilitation and nursing",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C6",
    tag="assumed",
)
DIMENSION = "照护康复"
WEIGHT = 10
NAMES = (("康复负担", "heavy rehabilitation cost"),)
READS = {"rehab_share": MORE}
FRESH = 180


def level(std: Standards) -> Level:
    return graded(col.rehab_share >= 3000, col.rehab_share >= 1500)


EXAMPLES = (
    Example("达到30%", 2, {"rehab_share": 3000}),
    Example("差一点到30%", 1, {"rehab_share": 2999}),
    Example("达到15%", 1, {"rehab_share": 1500}),
    Example("差一点到15%", 0, {"rehab_share": 1499}),
    Example("没有这方面的数据", None, {"rehab_share": None}),
)
