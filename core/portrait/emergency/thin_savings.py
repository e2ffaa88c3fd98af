"""积蓄不足三个月基本生活。

The same blow is an inconvenience to one family and ruin to another: savings decide.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="B7",
    title="积蓄不足三个月基本生活",
    title_en="Savings below three months of basic living",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B7",
    tag="assumed",
)
DIMENSION = "承受力"
WEIGHT = 8
NAMES = (("无缓冲", "nothing to fall back on"),)
READS = {"liquid_pc": LESS}
FRESH = 365


def level(std: Standards) -> Level:
    return graded(col.liquid_pc < std.fen("dibao_std"), col.liquid_pc < std.fen("dibao_std", 3))


EXAMPLES = (
    Example("不到一个月标准", 2, {"liquid_pc": 106999}),
    Example("恰为一个月标准", 1, {"liquid_pc": 107000}),
    Example("不到三个月标准", 1, {"liquid_pc": 320999}),
    Example("恰为三个月标准", 0, {"liquid_pc": 321000}),
    Example("金融资产未核对", None, {"liquid_pc": None}),
)
