"""What an event says: its class, its sensor, what happened when and where; or why we cannot read it.

    {"id": "…", "class": "M01-04", "device_id": "…", "event": "SOS", "event_at": "2022-07-15T15:02:11+08:00",
     "household": "…", "id_no": "…", "region": "…", further fields of the class}
An ID number is made blind at once and never kept. Moments without a zone are Shanghai time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.clock import SHANGHAI, local
from core.intake.cells.idnumber import read_id
from core.intake.problem import Unreadable
from core.privacy.vault import Vault
from core.problems import Problem
from core.sources import Field, sources

WHEN = {
    "M01-04": "event_at",
    "M16-04": "event_at",
    "M06-03": "event_at",
    "M16-03": "alarm_at",
    "P02-06": "happened_at",
    "M15-03": "happened_at",
    "M07-01": "called_at",
}
"""The classes that may come by the minute, and the field that says when it happened."""

AHEAD = timedelta(minutes=10)  # clocks of sensors go wrong; further ahead nobody believes
OWN = ("id", "class", "household", "id_no", "person", "region", "event_at")
EARLIEST = 2000  # a clock that lost its battery
LONG = 96


class BadEvent(Problem, ValueError):
    """An event that cannot be read."""


@dataclass(frozen=True)
class Event:
    """One event, checked. *fields* are those of its class, as stored in facts (moments as text)."""

    key: str
    class_id: str
    device: str
    event: str
    happened_at: datetime
    household: str
    person: str | None
    region: str
    fields: Mapping[str, Any]


def read_event(raw: Any, vault: Vault, now: datetime) -> Event:
    """Raises BadEvent with one sentence."""
    if not isinstance(raw, dict):
        raise BadEvent("事件要写成一个对象。")
    class_id, key = str(raw.get("class", "")), str(raw.get("id", ""))
    if class_id not in WHEN:
        raise BadEvent(f"class 不认识：可以送的有 {'、'.join(WHEN)}。")
    if not key or len(key) > LONG:
        raise BadEvent(f"每个事件要有 id，最长 {LONG} 个字。")
    known = sources()[class_id].fields
    if odd := sorted(set(raw) - set(known) - set(OWN)):
        raise BadEvent(f"{class_id} 没有叫 {odd[0]} 的字段。")
    happened = _moment(raw.get(WHEN[class_id]), WHEN[class_id])
    if happened > now + AHEAD:
        raise BadEvent("时间在将来，请校准设备的时钟。")
    fields = {
        n: _value(f, raw[n]) for n, f in known.items() if raw.get(n) is not None and not f.sealed
    }
    return Event(
        key=key, class_id=class_id, device=_short(raw, "device_id", 64),
        event=str(fields.get("event") or fields.get("kind") or "")[:24], happened_at=happened,
        household=_short(raw, "household", 64), person=_person(raw, vault),
        region=_short(raw, "region", 16), fields=fields,
    )  # fmt: skip


def _short(raw: Mapping[str, Any], name: str, most: int) -> str:
    text = str(raw.get(name) or "").strip()
    if len(text) > most:
        raise BadEvent(f"{name} 太长了，最长 {most} 个字。")
    return text


def _person(raw: Mapping[str, Any], vault: Vault) -> str | None:
    if number := raw.get("id_no"):
        try:
            return vault.blind("id", read_id(str(number)))
        except Unreadable as problem:
            raise BadEvent(f"id_no {problem}。") from None
    return _short(raw, "person", 64) or None


def _moment(text: Any, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise BadEvent(f"{name} 不是时间。请写成 2022-07-15T15:02:11+08:00。") from None
    if moment.year < EARLIEST:
        raise BadEvent(f"{name} 太早了，请校准设备的时钟。")
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def _value(field: Field, told: Any) -> Any:
    """One field as facts hold it; text where JSON has no such type."""
    if field.type == "enum" and told not in field.values:
        raise BadEvent(f"{field.name} 只能是 {'、'.join(field.values)}。")
    read = READERS.get(field.type, str)
    try:
        return read(told) if field.type != "decimal" else round(float(told) * field.scale)
    except (TypeError, ValueError, OverflowError):
        raise BadEvent(f"{field.name} 读不懂。") from None


def _whole(told: Any) -> int:
    if isinstance(told, bool) or int(told) != float(told):
        raise ValueError
    return int(told)


def _flag(told: Any) -> bool:
    if not isinstance(told, bool):
        raise ValueError
    return told


def _wall(told: Any) -> str:
    """A moment as Shanghai wall time without a zone, as facts hold moments."""
    moment = datetime.fromisoformat(str(told))
    return (local(moment) if moment.tzinfo else moment).replace(tzinfo=None).isoformat()


def _day(told: Any) -> str:
    return date.fromisoformat(str(told)).isoformat()


READERS: Mapping[str, Callable[[Any], Any]] = {
    "int": _whole,
    "bool": _flag,
    "datetime": _wall,
    "date": _day,
    "month": lambda told: date.fromisoformat(f"{str(told)[:7]}-01").isoformat(),
}
