"""就业不稳定。

Work that ends every few months lifts nobody; probation and odd jobs warn.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, graded, worst
from core.rule import Example, Label

LABEL = Label(
    id="E3",
    title="就业不稳定",
    title_en="Unstable work",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E3",
    tag="assumed",
)
DIMENSION = "就业"
WEIGHT = 10
NAMES = (("就业不稳", "unstable work"),)
READS = {"n_employed": MORE, "unstable": worst("high", best="none")}
FRESH = 60
RELIEF = Relief("转为稳定就业", "the work becomes steady", {"unstable": "none"})


def level(std: Standards) -> Level:
    works = col.n_employed >= 1
    return graded(works & (col.unstable == "high"), works & (col.unstable == "mid"))


EXAMPLES = (
    Example("断缴或无合同", 2, {"n_employed": 1, "unstable": "high"}),
    Example("试用期或灵活就业", 1, {"n_employed": 1, "unstable": "mid"}),
    Example("稳定", 0, {"n_employed": 1, "unstable": "none"}),
    Example("无人就业", 0, {"n_employed": 0, "unstable": "high"}),
    Example("稳定与否未知", (0, 2), {"n_employed": 1, "unstable": None}),
    Example("就业未知", (0, 2), {"n_employed": None, "unstable": "high", "n_labor": 1}),
)
