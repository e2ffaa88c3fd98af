"""失能半失能成员。

What a person cannot do alone any more decides how much care the house needs.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="D1",
    title="失能半失能成员",
    title_en="A fully or partly dependent member",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D1",
    tag="assumed",
)
DIMENSION = "照护依赖"
WEIGHT = 16
NAMES = (("失能", "fully dependent"), ("半失能", "partly dependent"))
READS = {"n_disabled_full": MORE, "n_disabled_semi": MORE}
FRESH = 365


def level(std: Standards) -> Level:
    return graded(col.n_disabled_full >= 1, col.n_disabled_semi >= 1)


EXAMPLES = (
    Example("完全失能一人", 2, {"n_disabled_full": 1, "n_disabled_semi": 0}),
    Example("半失能一人", 1, {"n_disabled_full": 0, "n_disabled_semi": 1}),
    Example("都能自理", 0, {"n_disabled_full": 0, "n_disabled_semi": 0}),
    Example(
        "一人未评估",
        (0, 2),
        {"n_disabled_full": 0, "n_disabled_full_unknown": 1, "n_disabled_semi": 0, "n_members": 2},
    ),
    Example("半失能未知", (0, 1), {"n_disabled_full": 0, "n_disabled_semi": None}),
    Example("完全失能未知，已有半失能", (1, 2), {"n_disabled_full": None, "n_disabled_semi": 1}),
)
