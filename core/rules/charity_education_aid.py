"""慈善助学：困难家庭的学生，开学前帮一笔。

Names are not made known at school.
"""

from collections.abc import Mapping
from datetime import date

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.need import Need, need
from core.rules.words import LISTED, at_school, on

LABEL = Label(
    id="R-34",
    title="慈善助学",
    title_en="Charity education aid",
    since=date(2022, 1, 1),
    source="种子 S3:468",
    tag="seed",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    return {"listed": need(on(*LISTED)), "studying": need(at_school())}


PUPIL = {"status": "rigid", "student_stage": "primary"}
EXAMPLES = (
    hit("支出型困难家庭的小学生", **PUPIL),
    hit("低保家庭的大学生", **PUPIL | {"status": "dibao", "student_stage": "college"}),
    miss("不在册", **PUPIL | {"status": "none"}),
    miss("没上学", **PUPIL | {"student_stage": "none"}),
    hit("已经在领", gets_charity_education_aid=True),
    unknown("身份没说", **PUPIL | {"status": None}),
    unknown("上没上学没说", **PUPIL | {"student_stage": None}),
)
