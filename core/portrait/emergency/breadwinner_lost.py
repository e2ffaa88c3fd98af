"""主要劳动力失业、死亡或失联。

The family loses its income at one stroke. Its points fade with the days since the blow.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import Level, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="B4",
    title="主要劳动力失业、死亡或失联",
    title_en="Breadwinner lost, dead or out of work",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）B4",
    tag="assumed",
)
DIMENSION = "冲击"
WEIGHT = 10
NAMES = (("失去支柱", "breadwinner lost"),)
READS = {"shock_breadwinner": worst("severe", best="none")}
FADES = "shock_breadwinner_days"
FRESH = 30


def level(std: Standards) -> Level:
    return graded(col.shock_breadwinner == "severe", col.shock_breadwinner == "mild")


EXAMPLES = (
    Example("死亡或失联", 2, {"shock_breadwinner": "severe"}),
    Example("失业", 1, {"shock_breadwinner": "mild"}),
    Example("没有发生", 0, {"shock_breadwinner": "none"}),
    Example("没有这方面的数据", None, {"shock_breadwinner": None}),
)
