"""就业失业登记：最近一次登记的是就业还是失业、哪天、为什么失业、要不要找工作。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import since

EXTRACT = Extract(
    take="latest",
    by="reg_date",
    absent={"work_registered": False, "job_registered_60d": False, "seeks_registered": False},
)


def columns(std: Standards) -> dict[str, Expr]:
    employed, jobless = col.reg_kind == "就业", col.reg_kind == "失业"
    return {
        "work_registered": employed | jobless,
        "job_registered_60d": employed & since(col.reg_date, std.at, 60),
        "seeks_registered": jobless & col.seeking.fill_null(True),
        "work_register_kind": col.reg_kind,
        "work_registered_on": col.reg_date,
        "lose_reason": when(jobless).then("lose_reason"),
    }


LOST = {"reg_kind": "失业", "reg_date": date(2022, 7, 1), "lose_reason": "合同期满"}
FOUND = {"reg_kind": "就业", "reg_date": date(2022, 7, 10)}
EXAMPLES = (
    given("失业登记", LOST, seeks_registered=True, work_registered=True, lose_reason="合同期满"),
    given("不想找工作", LOST | {"seeking": False}, seeks_registered=False, work_registered=True),
    given(
        "后来就业", LOST, FOUND, job_registered_60d=True, seeks_registered=False, lose_reason=None
    ),
    given("满60天", FOUND | {"reg_date": date(2022, 5, 16)}, job_registered_60d=True),
    given("61天前", FOUND | {"reg_date": date(2022, 5, 15)}, job_registered_60d=False),
    given("没登记过", work_registered=False, job_registered_60d=False, seeks_registered=False),
    stale("断供", LOST, seeks_registered=None, work_registered=None),
)
