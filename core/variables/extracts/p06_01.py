"""中小学（幼儿园）学籍：是不是在读，哪个学段，是不是留守。"""

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(take="latest", absent={"pupil": False, "left_behind": False})


def columns(std: Standards) -> dict[str, Expr]:
    here = col.status.is_in(["在读", "休学"])
    return {
        "pupil": here,
        "school_stage": when(here).then("stage"),
        "left_behind": here & sure(col.left_behind),
        "last_school_stage": col.stage,
    }


PUPIL = {"status": "在读", "stage": "普高", "left_behind": False}
EXAMPLES = (
    given("在读", PUPIL, pupil=True, school_stage="普高", left_behind=False),
    given("休学还是学生", PUPIL | {"status": "休学"}, pupil=True),
    given("已离校", PUPIL | {"status": "离校"}, pupil=False, school_stage=None),
    given("留守", PUPIL | {"left_behind": True}, left_behind=True),
    given("没有学籍", pupil=False, left_behind=False),
    stale("断供", PUPIL, pupil=None, left_behind=None),
)
