"""市场化人均收入不足（救助发放前）。

Income is taken before aid, so that aid does not hide the need it answers. Two cut-offs relative to
the dibao standard, as in Alkire and Foster.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="A1",
    title="市场化人均收入不足（救助发放前）",
    title_en="Income per head before any aid falls short",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）A1",
    tag="assumed",
)
DIMENSION = "收入"
WEIGHT = 20
NAMES = (("收入严重不足", "income far too low"), ("收入不足", "income too low"))
READS = {"pc_income": LESS}
FRESH = 180


def level(std: Standards) -> Level:
    return graded(
        col.pc_income < std.fen("dibao_std", "0.5"),
        col.pc_income < std.fen("dibao_std"),
    )


EXAMPLES = (
    Example("不到标准一半", 2, {"pc_income": 53499}),
    Example("恰为标准一半", 1, {"pc_income": 53500}),
    Example("差一分到标准", 1, {"pc_income": 106999}),
    Example("恰为标准", 0, {"pc_income": 107000}),
    Example("收入未核对", None, {"pc_income": None}),
)
