"""未办失业/求职登记。

Registration opens training, subsidies and public posts.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import LESS, MORE, NO, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="E9",
    title="未办失业/求职登记",
    title_en="Out of work and not registered",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）E9",
    tag="assumed",
)
DIMENSION = "机会"
WEIGHT = 8
NAMES = (("未登记求职", "not registered as jobseeker"),)
READS = {"n_labor": MORE, "n_employed": LESS, "job_registered": NO}
FRESH = 45
RELIEF = Relief("办理求职登记", "the jobseeker registers", {"job_registered": True})


def level(std: Standards) -> Level:
    return only((col.n_labor > col.n_employed) & ~col.job_registered)


EXAMPLES = (
    Example("待业未登记", 2, {"n_labor": 1, "n_employed": 0, "job_registered": False}),
    Example("已登记", 0, {"n_labor": 1, "n_employed": 0, "job_registered": True}),
    Example("都在就业", 0, {"n_labor": 1, "n_employed": 1, "job_registered": False}),
    Example("登记数据缺失", None, {"n_labor": 1, "n_employed": 0, "job_registered": None}),
    Example("就业未知", None, {"n_labor": 1, "n_employed": None, "job_registered": False}),
    Example("劳动力未知", None, {"n_labor": None, "n_employed": 0, "job_registered": False}),
)
