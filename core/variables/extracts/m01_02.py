"""巡防助老服务记录：最近哪天见到本人，本周（周一起）和30天内有效几次，本周有没有住院或外出。"""

from datetime import date, timedelta

import polars as pl
from polars import Expr, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, last, since, some, sure

EXTRACT = Extract(
    absent={"patrols_week": 0, "patrols_30d": 0, "patrol_excused_week": False},
    lasting=("patrol_seen_on",),
)


def columns(std: Standards) -> dict[str, Expr]:
    at, on = std.at, day("visit_at")
    seen = col.state == "见到本人"
    week = on.is_between(at - timedelta(days=at.weekday()), at)
    return {
        "patrol_seen_on": when(seen & (on <= at)).then(on).max(),
        "patrols_week": sure(seen & week).sum().cast(pl.Int64),
        "patrols_30d": sure(seen & since(on, at, 29)).sum().cast(pl.Int64),
        "patrol_excused_week": some(week & col.state.is_in(["住院", "外出"])),
        "patrol_state": last("state", "visit_at"),
    }


SEEN = {"visit_at": moment(2022, 7, 12, 9), "state": "见到本人", "mode": "上门"}
EXAMPLES = (
    given("见到本人", SEEN, patrol_seen_on=date(2022, 7, 12), patrols_week=1, patrols_30d=1),
    given("没见到不算", SEEN | {"state": "未见到"}, patrol_seen_on=None, patrols_week=0),
    given("上周日", SEEN | {"visit_at": moment(2022, 7, 10, 9)}, patrols_week=0, patrols_30d=1),
    given("住院了", SEEN | {"state": "住院"}, patrols_week=0, patrol_excused_week=True),
    given("没有记录", patrols_week=0, patrols_30d=0, patrol_seen_on=None),
    stale("断供，见过还是见过", SEEN, patrol_seen_on=date(2022, 7, 12), patrols_week=None),
)
