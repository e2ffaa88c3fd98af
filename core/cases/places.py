"""A unit takes its tasks on: where help is limited each takes a place, or stands in the queue."""

from datetime import datetime

from core.cases import quota
from core.cases.winding import announce
from core.catalogue import offers
from core.city import here
from core.store.casework import Case, Task


async def take_on(case: Case, unit: str, *, at: datetime) -> None:
    """Every task asked of *unit* is accepted; what has run out waits its turn."""
    for task in await Task.filter(case=case, unit=unit, state="proposed").order_by("id"):
        await accept(case, task, at=at)


async def accept(case: Case, task: Task, *, at: datetime) -> quota.Place | None:
    """One task is taken on; the place it got, None where there is no end of it."""
    place = None
    known = offers()[task.offer]
    if known.capacity is not None or known.capacity_of:
        place = await quota.take(case, task.offer, here(), at=at)
        await announce(place.moved, at=at)
    task.state = "accepted" if place is None or place.held else "waiting"
    task.changed_at = at
    await task.save()
    return place
