"""儿童主任探访：最近哪天见到，监护是不是落空、是不是薄弱。儿童线。"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import sure

EXTRACT = Extract(
    take="latest",
    by="visit_at",
    absent={"guardian_failed": False, "weakly_guarded": False},
    lasting=("child_seen_on",),
)

WEAK = ("监护薄弱", "祖辈监护", "单亲", "父母外出", "留守")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "child_seen_on": col.visit_at,
        "guardian_failed": ~col.guardian_ok,
        "weakly_guarded": sure(col.child_state.is_in(WEAK)) | ~col.guardian_ok,
        "child_school_ok": col.school_ok,
    }


SEEN = {"visit_at": date(2022, 7, 1), "guardian_ok": True, "child_state": "正常"}
EXAMPLES = (
    given(
        "监护正常",
        SEEN,
        guardian_failed=False,
        weakly_guarded=False,
        child_seen_on=date(2022, 7, 1),
    ),
    given("祖辈带", SEEN | {"child_state": "祖辈监护"}, guardian_failed=False, weakly_guarded=True),
    given("监护落空", SEEN | {"guardian_ok": False}, guardian_failed=True, weakly_guarded=True),
    given(
        "后来落实了",
        SEEN | {"guardian_ok": False},
        SEEN | {"visit_at": date(2022, 7, 9)},
        guardian_failed=False,
    ),
    given("没填", SEEN | {"guardian_ok": None}, guardian_failed=None, weakly_guarded=None),
    given("没有探访", guardian_failed=False, weakly_guarded=False, child_seen_on=None),
    stale("断供", SEEN, guardian_failed=None, child_seen_on=date(2022, 7, 1)),
)
