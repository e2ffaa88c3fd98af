"""独立烟感和电气火灾监控：30天内有没有没处置也没恢复的火警，哪天响的。"""

from datetime import date

from polars import Expr, LazyFrame, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since, some, sure

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"smoke_alarm": False},
    lasting=("smoke_alarm", "smoke_alarm_on"),
)


def prepare(records: LazyFrame, std: Standards) -> LazyFrame:
    recovery = col.event_at.filter(col.event == "恢复").max().over("key", "device_id")
    return records.with_columns(recovered_at=recovery)


def columns(std: Standards) -> dict[str, Expr]:
    on = day("event_at")
    over = sure(col.recovered_at >= col.event_at) | col.ack_at.is_not_null()
    open_ = since(on, std.at, 30) & (col.event == "火警") & ~over
    return {"smoke_alarm": some(open_), "smoke_alarm_on": when(open_).then(on).min()}


SMOKE = {"device_id": "d", "event": "火警", "event_at": moment(2022, 7, 15, 8)}
EXAMPLES = (
    given("没人处置", SMOKE, smoke_alarm=True, smoke_alarm_on=date(2022, 7, 15)),
    given("处置了", SMOKE | {"ack_at": moment(2022, 7, 15, 8, 3)}, smoke_alarm=False),
    given(
        "恢复了",
        SMOKE,
        SMOKE | {"event": "恢复", "event_at": moment(2022, 7, 15, 9)},
        smoke_alarm=False,
    ),
    given("没有告警", smoke_alarm=False),
    stale("断供，没人处置就还开着", SMOKE, smoke_alarm=True),
)
