"""困难家庭消防安全排查：最近一次要不要整改，哪天查的。"""

from datetime import date

from polars import Expr, coalesce, col

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, stale

EXTRACT = Extract(per="household", take="latest", by="checked_at")


def columns(std: Standards) -> dict[str, Expr]:
    return {
        "fire_needs_fix": coalesce(col.need_fix, col.level != "无"),
        "fire_checked_on": col.checked_at,
        "fire_level": col.level,
    }


EXAMPLES = (
    given("要整改", {"need_fix": True, "checked_at": date(2022, 5, 1)}, fire_needs_fix=True),
    given("没隐患", {"level": "无", "checked_at": date(2022, 5, 1)}, fire_needs_fix=False),
    given("没查过不等于没有", fire_needs_fix=None),
    stale("断供", {"need_fix": True, "checked_at": date(2022, 5, 1)}, fire_needs_fix=None),
)
