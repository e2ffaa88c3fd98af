"""独居、空巢或孤寡老人。

Nobody notices a fall. Where a person really lives counts, not the register.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="D6",
    title="独居、空巢或孤寡老人",
    title_en="An old person alone, or an empty nest",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D6",
    tag="assumed",
)
DIMENSION = "照护供给"
WEIGHT = 6
NAMES = (("独居", "living alone"), ("空巢", "empty nest"))
READS = {"elder_alone": YES, "elder_empty_nest": YES}
FRESH = 90


def level(std: Standards) -> Level:
    return graded(col.elder_alone, col.elder_empty_nest)


EXAMPLES = (
    Example("独居", 2, {"elder_alone": True, "elder_empty_nest": False}),
    Example("空巢", 1, {"elder_alone": False, "elder_empty_nest": True}),
    Example("与子女同住", 0, {"elder_alone": False, "elder_empty_nest": False}),
    Example("居住情况未知", (0, 2), {"elder_alone": None, "elder_empty_nest": False}),
    Example("空巢与否未知", (0, 1), {"elder_alone": False, "elder_empty_nest": None}),
    Example("独居与否未知，已知空巢", (1, 2), {"elder_alone": None, "elder_empty_nest": True}),
)
