"""非义务教育在读且未获资助。

Aid after the ninth year has to be asked for; families miss it.
"""

from datetime import date

from polars import col

from core.city.standards import Standards
from core.portrait.reading import MORE, Level, Relief, only
from core.rule import Example, Label

LABEL = Label(
    id="C5",
    title="非义务教育在读且未获资助",
    title_en="A student beyond compulsory school without aid",
    since=date(2022, 5, 18),
    source="五型三色指标体系（提案）C5",
    tag="assumed",
)
DIMENSION = "教育"
WEIGHT = 6
NAMES = (("助学漏享", "student aid missed"),)
READS = {"n_student_unaided": MORE}
FRESH = 180
RELIEF = Relief("学生资助落实", "the student receives aid", {"n_student_unaided": 0})


def level(std: Standards) -> Level:
    return only(col.n_student_unaided >= 1)


EXAMPLES = (
    Example("一名学生未获资助", 2, {"n_student_unaided": 1}),
    Example("都已资助或无学生", 0, {"n_student_unaided": 0}),
    Example("资助数据缺失", None, {"n_student_unaided": None}),
)
