"""居家安全隐患（消防、无障碍、适老）。

An old wire or a missing rail is cheap to mend and dear to leave.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="D11",
    title="居家安全隐患（消防、无障碍、适老）",
    title_en="Hazards in the home",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）D11",
    tag="assumed",
)
DIMENSION = "安全联系"
WEIGHT = 6
NAMES = (("居家隐患", "hazards at home"),)
READS = {"hazard_open": YES, "adapt_missing": YES}
FRESH = 180
RELIEF = Relief(
    "隐患整改并完成适老化改造",
    "the hazards are mended",
    {"hazard_open": False, "adapt_missing": False},
)


def level(std: Standards) -> Level:
    return graded(col.hazard_open, col.adapt_missing)


EXAMPLES = (
    Example("隐患未整改", 2, {"hazard_open": True, "adapt_missing": False}),
    Example("未做适老化改造", 1, {"hazard_open": False, "adapt_missing": True}),
    Example("都没有", 0, {"hazard_open": False, "adapt_missing": False}),
    Example("未排查", (0, 2), {"hazard_open": None, "adapt_missing": False}),
    Example("改造情况未知", (0, 1), {"hazard_open": False, "adapt_missing": None}),
    Example("未排查，且未改造", (1, 2), {"hazard_open": None, "adapt_missing": True}),
)
