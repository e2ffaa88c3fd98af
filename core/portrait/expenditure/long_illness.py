"""重特大疾病或长期治疗成员。

The bills of a long illness keep coming after the first year.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, graded
from core.rule import Example, Label

LABEL = Label(
    id="C2",
    title="重特大疾病或长期治疗成员",
    title_en="A member with a catastrophic or long illness",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C2",
    tag="assumed",
)
DIMENSION = "医疗"
WEIGHT = 12
NAMES = (("大病", "serious illness"),)
READS = {"n_major_ill": MORE, "n_long_treat": MORE}
FRESH = 180


def level(std: Standards) -> Level:
    return graded(col.n_major_ill >= 1, col.n_long_treat >= 1)


EXAMPLES = (
    Example("一人重特大疾病", 2, {"n_major_ill": 1, "n_long_treat": 0}),
    Example("一人长期特病门诊", 1, {"n_major_ill": 0, "n_long_treat": 1}),
    Example("都没有", 0, {"n_major_ill": 0, "n_long_treat": 0}),
    Example("确诊数据缺失", (0, 2), {"n_major_ill": None, "n_long_treat": 0}),
    Example("确诊数据缺失，有长期治疗", (1, 2), {"n_major_ill": None, "n_long_treat": 1}),
    Example("特病数据缺失", (0, 1), {"n_major_ill": 0, "n_long_treat": None}),
)
