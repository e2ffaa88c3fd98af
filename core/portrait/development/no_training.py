"""近12月未接受培训或职业指导。

Asked only where somebody able to work has no work.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, MORE, NO, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="E5",
    title="近12月未接受培训或职业指导",
    title_en="No training or job guidance for a year",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E5",
    tag="assumed",
)
DIMENSION = "技能教育"
WEIGHT = 7
NAMES = (("未培训", "no training"),)
READS = {"n_labor": MORE, "n_employed": LESS, "trained_12m": NO}
FRESH = 90
RELIEF = Relief("参加一次技能培训", "a training course is taken", {"trained_12m": True})


def level(std: Standards) -> Level:
    idle = (col.n_labor >= 1) & (col.n_employed < col.n_labor)
    return only(idle & ~col.trained_12m)


EXAMPLES = (
    Example("待业且未培训", 2, {"n_labor": 1, "n_employed": 0, "trained_12m": False}),
    Example("已培训", 0, {"n_labor": 1, "n_employed": 0, "trained_12m": True}),
    Example("都在就业", 0, {"n_labor": 2, "n_employed": 2, "trained_12m": False}),
    Example("没有劳动力", 0, {"n_labor": 0, "n_employed": 0, "trained_12m": False}),
    Example("培训数据缺失", None, {"n_labor": 1, "n_employed": 0, "trained_12m": None}),
    Example("就业未知", None, {"n_labor": 1, "n_employed": None, "trained_12m": False}),
    Example("劳动力未知", None, {"n_labor": None, "n_employed": 0, "trained_12m": False}),
)
