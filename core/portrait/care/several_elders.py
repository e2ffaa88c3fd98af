"""老年抚养负担。

Two elders in one family made the Lu family a 关爱型 household in the newspaper's story.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="D8",
    title="老年抚养负担",
    title_en="Elders to be supported",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D8",
    tag="assumed",
)
DIMENSION = "年龄"
WEIGHT = 4
NAMES = (("多老人", "several elders"),)
READS = {"n_elder60": MORE}
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.n_elder60 >= 2, col.n_elder60 >= 1)


EXAMPLES = (
    Example("两位老人", 2, {"n_elder60": 2}),
    Example("一位老人", 1, {"n_elder60": 1}),
    Example("没有老人", 0, {"n_elder60": 0}),
    Example("年龄数据缺失", None, {"n_elder60": None}),
    Example("两人中一人年龄不明", (1, 2), {"n_elder60": 1, "n_elder60_unknown": 1, "n_members": 2}),
)
