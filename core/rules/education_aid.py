"""教育救助与资助：低保、特困、低边家庭的学生，残疾学生。

Applied for at the school; the names are never read out in class.
"""

from collections.abc import Mapping
from datetime import date

from polars import col

from core.city.standards import Standards
from core.rule import Label, hit, miss, unknown
from core.rules.engine.logic import any_of
from core.rules.engine.need import Need, need
from core.rules.words import IN_HARDSHIP, at_school, on

LABEL = Label(
    id="R-21",
    title="教育救助与资助",
    title_en="Education aid",
    since=date(2014, 11, 1),
    source="浙江省社会救助条例第26–28条（已核）",
    tag="law",
)


def conditions(std: Standards) -> Mapping[str, Need]:
    entitled = any_of(on(*IN_HARDSHIP), col.disability_level >= 1)
    return {
        "studying": need(at_school()),
        "entitled": need(entitled, shows=("status", "disability_level")),
    }


PUPIL = {"student_stage": "senior", "status": "edge", "disability_level": 0}
EXAMPLES = (
    hit("低边家庭的高中生", **PUPIL),
    hit("大学生", **PUPIL | {"student_stage": "college"}),
    miss("没上学", **PUPIL | {"student_stage": "none"}),
    miss("家里不在册，身体好", **PUPIL | {"status": "none"}),
    hit("家里不在册，有残疾证", **PUPIL | {"status": "none", "disability_level": 4}),
    hit("已经在享受", gets_education_aid=True),
    unknown("上没上学没说", **PUPIL | {"student_stage": None}),
    unknown("身份没说", **PUPIL | {"status": None}),
    unknown("不在册，残疾没说", **PUPIL | {"status": "none", "disability_level": None}),
)
