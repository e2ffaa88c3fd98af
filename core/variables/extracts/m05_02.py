"""学生连续缺勤和疑似辍学：60天内没请假、没跟进的缺勤天数，跟进过的也留一笔。儿童线。

Sick leave and a change of school say where the pupil is; any other reason, or none, does not.
"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since, some, sure

EXTRACT = Extract(
    absent={"absence_open_days": 0, "absence_followed": False}, lasting=("absence_on",)
)
LEAVE = ("病假", "事假", "请假", "转学", "休学")


def columns(std: Standards) -> dict[str, Expr]:
    recent = since(col.data_date, std.at, 60)
    open_ = recent & ~sure(col.followed_up) & ~sure(col.reason.is_in(LEAVE))
    return {
        "absence_open_days": when(open_).then("absent_days").max().fill_null(0),
        "absence_followed": some(recent & sure(col.followed_up)),
        "absence_on": when(recent).then("data_date").max(),
    }


MISSED = {"absent_days": 3, "followed_up": False}
EXAMPLES = (
    given("三天没来", MISSED, absence_open_days=3, absence_followed=False),
    given("老师去过了", MISSED | {"followed_up": True}, absence_open_days=0, absence_followed=True),
    given("请了病假", MISSED | {"reason": "病假"}, absence_open_days=0, absence_followed=False),
    given("转学走了", MISSED | {"reason": "转学"}, absence_open_days=0),
    given("原因写着逃学", MISSED | {"reason": "逃学"}, absence_open_days=3),
    given("上学期的", MISSED | {"data_date": date(2022, 5, 15)}, absence_open_days=0),
    given("没缺勤", absence_open_days=0, absence_followed=False),
    stale("断供", MISSED, absence_open_days=None),
)
