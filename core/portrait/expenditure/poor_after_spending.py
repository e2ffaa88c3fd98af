"""扣除刚性支出后人均低于低保标准。

A family can earn enough on paper and still have nothing left to live on.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="C9",
    title="扣除刚性支出后人均低于低保标准",
    title_en="Below the standard after unavoidable spending",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C9；浙江省社会救助条例第41条",
    tag="assumed",
)
DIMENSION = "偿付"
WEIGHT = 12
NAMES = (("支出后返贫", "poor after spending"),)
READS = {"pc_after_rigid": LESS}
FRESH = 60


def level(std: Standards) -> Level:
    return graded(
        col.pc_after_rigid < std.fen("dibao_std"),
        col.pc_after_rigid < std.fen("dibao_std", "1.5"),
    )


EXAMPLES = (
    Example("低于标准", 2, {"pc_after_rigid": 106999}),
    Example("恰为标准", 1, {"pc_after_rigid": 107000}),
    Example("不到一倍半", 1, {"pc_after_rigid": 160499}),
    Example("恰为一倍半", 0, {"pc_after_rigid": 160500}),
    Example("入不敷出", 2, {"pc_after_rigid": -5000}),
    Example("支出未核", None, {"pc_after_rigid": None}),
)
