"""医疗自付占年收入比。

Forty per cent is the WHO line of catastrophic health spending (of capacity to pay); twenty warns.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="C1",
    title="医疗自付占年收入比",
    title_en="Share of income paid for medical care",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C1；Xu et al. 2003 灾难性卫生支出40%线",
    tag="assumed",
)
DIMENSION = "医疗"
WEIGHT = 20
NAMES = (("医疗负担重", "heavy medical cost"),)
READS = {"med_share": MORE}
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.med_share >= 4000, col.med_share >= 2000)


EXAMPLES = (
    Example("达到40%", 2, {"med_share": 4000}),
    Example("差一点到40%", 1, {"med_share": 3999}),
    Example("达到20%", 1, {"med_share": 2000}),
    Example("差一点到20%", 0, {"med_share": 1999}),
    Example("没有这方面的数据", None, {"med_share": None}),
)
