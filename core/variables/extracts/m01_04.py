"""智能终端告警：30天内有没有没处置也没恢复的呼叫、无活动告警，哪天响的；设备离线、低电从哪天起。

A device that recovers later than it called has closed its own alarm. An alarm stays open when the
line goes silent.
"""

from datetime import date

from polars import Expr, LazyFrame, col, when

from core.city.standards import Standards
from core.variables.engine.extract import Extract, given, moment, stale
from core.variables.engine.words import day, since, some, sure

EXTRACT = Extract(
    per="household",
    through_person=True,
    absent={"device_alarm": False},
    lasting=("device_alarm", "device_alarm_on", "device_alarm_event"),
)

CALLS = ("SOS", "无活动")


def prepare(records: LazyFrame, std: Standards) -> LazyFrame:
    recovery = col.event_at.filter(col.event == "恢复").max().over("key", "device_id")
    newest = col.event_at == col.event_at.max().over("key", "device_id")
    return records.with_columns(recovered_at=recovery, newest=newest)


def columns(std: Standards) -> dict[str, Expr]:
    on = day("event_at")
    recovered = sure(col.recovered_at >= col.event_at)
    open_ = since(on, std.at, 30) & col.ack_at.is_null() & ~recovered & col.event.is_in(CALLS)
    quiet = sure(col.newest & (col.event == "离线"))
    low = sure(col.newest & ((col.event == "低电") | (col.battery < 15)))
    return {
        "device_alarm": some(open_),
        "device_alarm_on": when(open_).then(on).min(),
        "device_alarm_event": when(open_).then("event").sort_by("event_at", "record_id").last(),
        "device_offline_on": when(quiet).then(on).min(),
        "device_battery_low_on": when(low).then(on).min(),
    }


SOS = {"device_id": "d1", "event": "SOS", "event_at": moment(2022, 7, 15, 15, 2)}
BACK = {"device_id": "d1", "event": "恢复", "event_at": moment(2022, 7, 15, 15, 9)}
EXAMPLES = (
    given(
        "没人处置",
        SOS,
        device_alarm=True,
        device_alarm_on=date(2022, 7, 15),
        device_alarm_event="SOS",
    ),
    given("已处置", SOS | {"ack_at": moment(2022, 7, 15, 15, 5)}, device_alarm=False),
    given("设备自己恢复了", SOS, BACK, device_alarm=False),
    given("恢复在前，又响了", BACK, SOS | {"event_at": moment(2022, 7, 15, 16)}, device_alarm=True),
    given("恢复的是另一台", SOS, BACK | {"device_id": "d2"}, device_alarm=True),
    given(
        "低电不是呼叫",
        SOS | {"event": "低电"},
        device_alarm=False,
        device_battery_low_on=date(2022, 7, 15),
    ),
    given("离线", SOS | {"event": "离线"}, device_alarm=False, device_offline_on=date(2022, 7, 15)),
    given("31天前的", SOS | {"event_at": moment(2022, 6, 14, 8)}, device_alarm=False),
    given("没有设备", device_alarm=False),
    stale("断供，没人处置就还开着", SOS, device_alarm=True),
    stale("断供，不知道", device_alarm=None),
)
