"""家庭劳动力就业率低。

The labour indicator of multidimensional poverty, and the family's own way out.
"""

from datetime import date

from polars import col, min_horizontal

from core.city.standards import Standards
from core.portrait.reading import LESS, MORE, Level, Relief, graded
from core.rule import Example, Label

LABEL = Label(
    id="E1",
    title="家庭劳动力就业率低",
    title_en="Few of those able to work have work",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E1",
    tag="assumed",
)
DIMENSION = "就业"
WEIGHT = 20
NAMES = (("零就业", "nobody in work"), ("就业不足", "few in work"))
READS = {"n_labor": MORE, "n_employed": LESS}
FRESH = 45
ONE_MORE = min_horizontal(col.n_employed.fill_null(0) + 1, col.n_labor)
RELIEF = Relief(
    "本月参保就业",
    "somebody starts insured work this month",
    {"n_employed": ONE_MORE, "grad_idle_months": 0},
)


def level(std: Standards) -> Level:
    half = (col.n_labor >= 2) & (col.n_employed * 2 <= col.n_labor) & (col.n_employed > 0)
    return graded((col.n_labor >= 1) & (col.n_employed == 0), half)


EXAMPLES = (
    Example("有劳动力，无人就业", 2, {"n_labor": 1, "n_employed": 0}),
    Example("两人恰半数就业", 1, {"n_labor": 2, "n_employed": 1}),
    Example("三人中两人就业", 0, {"n_labor": 3, "n_employed": 2}),
    Example("一人就业", 0, {"n_labor": 1, "n_employed": 1}),
    Example("没有劳动力", 0, {"n_labor": 0, "n_employed": 0}),
    Example("劳动力未知", (0, 2), {"n_labor": None, "n_employed": 0, "n_members": 2}),
    Example("就业未知", (0, 2), {"n_labor": 1, "n_employed": None}),
    Example("无劳动力便无人就业", 0, {"n_labor": 0, "n_employed": None}),
    Example("一人就业、一人不明", (0, 1), {"n_labor": 3, "n_employed": 1, "n_employed_unknown": 1}),
)
