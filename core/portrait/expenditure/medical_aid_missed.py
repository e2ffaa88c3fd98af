"""达到救助线而未享受救助。

The family already paid its share; what is missing is the hospital window or the form.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import YES, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="C3",
    title="达到救助线而未享受救助",
    title_en="Due medical aid, not received",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C3",
    tag="assumed",
)
DIMENSION = "医疗"
WEIGHT = 8
NAMES = (("医救漏享", "medical aid missed"),)
READS = {"med_aid_missing": YES}
FRESH = 45
RELIEF = Relief("医疗救助发放到位", "medical aid is paid", {"med_aid_missing": False})


def level(std: Standards) -> Level:
    return only(col.med_aid_missing)


EXAMPLES = (
    Example("是", 2, {"med_aid_missing": True}),
    Example("否", 0, {"med_aid_missing": False}),
    Example("没有这方面的数据", None, {"med_aid_missing": None}),
)
