"""高龄老人。

Age itself raises the need for company and care.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="D7",
    title="高龄老人",
    title_en="Old age in the home",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D7",
    tag="assumed",
)
DIMENSION = "年龄"
WEIGHT = 8
NAMES = (("高龄", "eighty or older"), ("老年", "sixty or older"))
READS = {"n_elder80": MORE, "n_elder60": MORE}
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.n_elder80 >= 1, col.n_elder60 >= 1)


EXAMPLES = (
    Example("一位八十以上", 2, {"n_elder80": 1, "n_elder60": 1}),
    Example("一位六十以上", 1, {"n_elder80": 0, "n_elder60": 1}),
    Example("没有老人", 0, {"n_elder80": 0, "n_elder60": 0}),
    Example("没有六十以上的，便没有八十以上的", 0, {"n_elder80": None, "n_elder60": 0}),
    Example("年龄不全", (0, 1), {"n_elder80": 0, "n_elder60": None}),
    Example("有老人，是否高龄未知", (1, 2), {"n_elder80": None, "n_elder60": 1}),
)
