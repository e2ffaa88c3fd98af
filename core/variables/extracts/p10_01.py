"""残疾人证：有效的证是哪一类、几级，哪天发、哪天到期；和上一张证比，等级变没变。"""

from datetime import date

from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale
from core.variables.engine.words import some, valid

EXTRACT = Extract(absent={"disabled": False})


def columns(std: Standards) -> dict[str, Expr]:
    good = (col.status == "有效") & valid(col.valid_to, std.at)
    before = col.level.sort_by("issued_at", "record_id").shift(1).last()
    newest = {"disability_kind": "kind", "disability_level": "level"}
    return {
        "disabled": some(good),
        **{
            n: when(good).then(c).sort_by("issued_at", "record_id").last()
            for n, c in newest.items()
        },
        "disability_issued_on": when(good).then("issued_at").max(),
        "disability_level_before": before,
        "disability_valid_to": when(col.status != "注销").then("valid_to").max(),
    }


CERT = {"status": "有效", "kind": "肢体", "level": 2, "issued_at": date(2020, 1, 1)}
EXAMPLES = (
    given("有效", CERT, disabled=True, disability_kind="肢体", disability_level=2),
    given("最后一天", CERT | {"valid_to": date(2022, 7, 15)}, disabled=True),
    given(
        "已过期",
        CERT | {"valid_to": date(2022, 7, 14)},
        disabled=False,
        disability_level=None,
        disability_valid_to=date(2022, 7, 14),
    ),
    given("已注销", CERT | {"status": "注销"}, disabled=False),
    given(
        "换了新证，等级变了",
        CERT | {"status": "注销"},
        CERT | {"level": 1, "issued_at": date(2022, 6, 1)},
        disability_level=1,
        disability_level_before=2,
        disability_issued_on=date(2022, 6, 1),
    ),
    given("第一张证", CERT, disability_level_before=None),
    given("没有证", disabled=False, disability_level=None),
    stale("断供", CERT, disabled=None, disability_level=None),
)
