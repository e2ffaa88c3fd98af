"""困境、留守或监护薄弱儿童。

Children are the children's line: other readers see that help is due, not why.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="D9",
    title="困境、留守或监护薄弱儿童",
    title_en="A child in difficulty or weakly guarded",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D9；未成年人保护法第43、91条",
    tag="assumed",
)
DIMENSION = "儿童"
WEIGHT = 10
NAMES = (("困境儿童", "child in difficulty"), ("监护薄弱", "weak guardianship"))
READS = {"n_child_hard": MORE, "n_child_weak": MORE}
FRESH = 60
LINE = "children"


def level(std: Standards) -> Level:
    return graded(col.n_child_hard >= 1, col.n_child_weak >= 1)


EXAMPLES = (
    Example("困境儿童一名", 2, {"n_child_hard": 1, "n_child_weak": 0}),
    Example("监护薄弱一名", 1, {"n_child_hard": 0, "n_child_weak": 1}),
    Example("没有", 0, {"n_child_hard": 0, "n_child_weak": 0}),
    Example("儿童名册缺失", (0, 2), {"n_child_hard": None, "n_child_weak": 0}),
    Example("监护情况未知", (0, 1), {"n_child_hard": 0, "n_child_weak": None}),
    Example("儿童名册缺失，已知监护薄弱", (1, 2), {"n_child_hard": None, "n_child_weak": 1}),
)
