"""Events are kept before the sender hears "yes"; the same event twice is one event."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import Q

from core.devices.reading import Event
from core.store.database import atomically
from core.store.sensing import SensorEvent, SensorSource

KEPT = timedelta(days=30)


async def store(source: str, events: Sequence[Event], *, at: datetime) -> int:
    """Commit what is new of *events*; how many that were."""

    async def work() -> int:
        known: set[Any] = set(
            await SensorEvent.filter(
                source=source, key__in=[e.key for e in events]
            ).values_list("key", flat=True)
        )  # fmt: skip
        new = {e.key: e for e in events if e.key not in known}
        await SensorEvent.bulk_create(
            [_row(source, event, at) for event in new.values()], ignore_conflicts=True
        )
        await SensorSource.filter(name=source).update(heard_at=at)
        return len(new)

    return await atomically(work)


def _row(source: str, event: Event, at: datetime) -> SensorEvent:
    return SensorEvent(
        source=source, key=event.key, class_id=event.class_id, device=event.device,
        event=event.event, happened_at=event.happened_at, received_at=at,
        household=event.household, person=event.person, region=event.region,
        payload=dict(event.fields),
    )  # fmt: skip


async def waiting() -> list[SensorEvent]:
    """What nobody has looked at yet, oldest first."""
    return await SensorEvent.filter(state="new").order_by("id").limit(200)


async def done(events: Sequence[SensorEvent], *, at: datetime) -> None:
    """These were looked at; whatever they meant is written."""
    await SensorEvent.filter(id__in=[e.id for e in events]).update(state="done", handled_at=at)


async def lately(
    now: datetime, *, devices: Collection[str] = (), households: Collection[str] = ()
) -> list[SensorEvent]:
    """What happened in the last thirty days: of these sensors and homes, or of all."""
    rows = SensorEvent.filter(happened_at__gt=now - KEPT, happened_at__lte=now)
    if devices or households:
        rows = rows.filter(Q(device__in=list(devices)) | Q(household__in=list(households)))
    return await rows.order_by("id")


async def heard(now: datetime) -> dict[str, datetime]:
    """When each class was last heard of by the minute, in the last day."""
    found: dict[str, datetime] = {}
    for source in await SensorSource.filter(heard_at__gt=now - timedelta(days=1)):
        classes = (
            await SensorEvent.filter(source=source.name)
            .distinct()
            .values_list("class_id", flat=True)
        )
        for class_id in classes:
            if source.heard_at is not None:
                name = str(class_id)
                found[name] = max(source.heard_at, found.get(name, source.heard_at))
    return found


async def drop_old(before: datetime) -> int:
    """Signals of sensors are kept as long as the law of this city says, no longer."""
    return await SensorEvent.filter(happened_at__lt=before).exclude(state="new").delete()
