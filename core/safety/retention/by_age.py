"""What has reached its age: chats, false alarms, device signals, files returned to departments."""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from tortoise.queryset import QuerySet

from core import audit
from core.clock import at_time, day_of
from core.facts.ledger import Tombstone
from core.house import House
from core.safety.retention import cases, facts
from core.safety.retention.plan import Line, worth_telling
from core.store.consulting import Consultation
from core.store.database import atomically, empty_log, overwrite_deleted
from core.store.mail import Inbox, Outbox, Talk
from core.store.sensing import SensorEvent

PIECE = 500


@dataclass(frozen=True)
class Ages:
    """Before which moment each kind has reached its age."""

    chat: datetime
    false_alarm: datetime
    device: date
    rejects: date
    days: dict[str, int]

    @classmethod
    def of(cls, house: House, at: datetime) -> "Ages":
        std = house.city.standards(day_of(at))
        kinds = ("chat", "false_alarm", "device", "rejects")
        days = {kind: std.integer(f"keep_{kind}_days") for kind in kinds}
        before = {kind: at - timedelta(days=n) for kind, n in days.items()}
        return cls(
            before["chat"],
            before["false_alarm"],
            day_of(before["device"]),
            day_of(before["rejects"]),
            days,
        )


async def plan(house: House, at: datetime) -> list[Line]:
    """What would go now, line by line."""
    ages = Ages.of(house, at)
    chat, alarm = f"过了 {ages.days['chat']} 天", f"过了 {ages.days['false_alarm']} 天，只去掉是谁"
    device, back = f"过了 {ages.days['device']} 天", f"过了 {ages.days['rejects']} 天"
    return worth_telling(
        [
            Line("inbox", "来信原文", await _old_inbox(ages).count(), chat),
            Line("outbox", "发出消息的文字", await _old_outbox(ages).count(), chat),
            Line("talk", "没说完的对话", await Talk.filter(updated_at__lt=ages.chat).count(), chat),
            Line(
                "false_alarm",
                "误报案件的证据",
                await cases.false_alarms(ages.false_alarm).count(),
                alarm,
            ),
            *(
                Line(
                    "device",
                    f"{c} 设备信号",
                    facts.count_older(house.facts, c, ages.device),
                    device,
                )
                for c in facts.device_classes()
            ),
            Line("sensor", "感应设备传来的原始事件", await _old_events(ages).count(), device),
            Line("rejects", "退回文件夹", len(_old_rejects(house.settings.home, ages)), back),
        ]
    )


async def purge(house: House, at: datetime) -> None:
    """Do it, in small pieces; killed in between, the next run goes on."""
    ages = Ages.of(house, at)
    await overwrite_deleted()
    await _in_pieces(partial(_some_inbox, ages))
    await _in_pieces(partial(_some_outbox, ages))
    await Talk.filter(updated_at__lt=ages.chat).delete()
    await _old_questions(ages).update(said=None)
    for case in await cases.false_alarms(ages.false_alarm):
        await atomically(partial(cases.anonymise, case, day_of(at)))
    await _in_pieces(partial(_some_events, ages))
    for class_id in facts.device_classes():
        stone = partial(_stone, day_of(at), ages.device)
        facts.drop_older(house.facts, class_id, ages.device, stone)
    for folder in _old_rejects(house.settings.home, ages):
        shutil.rmtree(folder)
    await empty_log()


async def told(house: House, at: datetime, lines: list[Line]) -> None:
    """Keep in the trail what went."""
    why = "、".join(f"{line.what} {line.count}" for line in lines)
    await audit.record("operator", "purge", "age", at=at, why=why[:120])


async def _in_pieces(some: Callable[[], Awaitable[int]]) -> None:
    while await atomically(some):
        continue


async def _some_inbox(ages: Ages) -> int:
    ids = await _old_inbox(ages).limit(PIECE).values_list("id", flat=True)
    return await Inbox.filter(id__in=ids).delete() if ids else 0


async def _some_outbox(ages: Ages) -> int:
    ids = await _old_outbox(ages).limit(PIECE).values_list("id", flat=True)
    return await Outbox.filter(id__in=ids).update(body=None) if ids else 0


async def _some_events(ages: Ages) -> int:
    ids = await _old_events(ages).limit(PIECE).values_list("id", flat=True)
    return await SensorEvent.filter(id__in=ids).delete() if ids else 0


def _old_events(ages: Ages) -> QuerySet[SensorEvent]:
    before = at_time(ages.device, 0)
    return SensorEvent.filter(received_at__lt=before).exclude(state="new")


def _old_questions(ages: Ages) -> QuerySet[Consultation]:
    """What was asked goes; which rule answered what stays, so that it can be explained."""
    return Consultation.filter(at__lt=ages.chat, said__not_isnull=True)


def _old_inbox(ages: Ages) -> QuerySet[Inbox]:
    return Inbox.filter(received_at__lt=ages.chat).exclude(state="new")


def _old_outbox(ages: Ages) -> QuerySet[Outbox]:
    return Outbox.filter(created_at__lt=ages.chat, state__in=cases.OVER, body__not_isnull=True)


def _old_rejects(home: Path, ages: Ages) -> list[Path]:
    return [p for p in (home / "rejects").glob("????-??-??") if p.name < str(ages.rejects)]


def _stone(day: date, before: date, rows: int) -> Tombstone:
    return Tombstone(day=day, subject=f"device before {before}", rows=rows, why="age")
