"""The brake: when a monitor jumps, its new findings wait until a person has looked at some of them.

What counts as a jump is said by MON-54 on its shelf; here is what happens then. Alarms of devices
are never held: a brake must not stand between a fall and a helper.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from core import audit, outbox
from core.access import NotAllowed, Thing, Who, demand, may
from core.accounts import who as who_is
from core.accounts import with_duty
from core.clock import day_of
from core.problems import Problem
from core.store.casework import Finding
from core.store.monitoring import HeldBatch

FLOOD, DROPPED = "flood", "dropped"


class NothingHeld(Problem, LookupError):
    """There is no held batch of this monitor."""


async def hold(
    monitor: str, day: date, hits: int, usual: Mapping[str, Any], *, at: datetime, city: str
) -> HeldBatch:
    """Note that this monitor jumped; whoever may let it go hears of it at once, once a batch.

    *usual*: its usual days, its titles, and how many were found by town (`places`).
    """
    batch = await HeldBatch.filter(monitor=monitor, state="held").first()
    if batch is not None:
        batch.hits, batch.usual = hits, dict(usual)
        await batch.save()
        return batch
    batch, _ = await HeldBatch.get_or_create(
        monitor=monitor, day=day, defaults={"hits": hits, "usual": dict(usual), "made_at": at}
    )
    for boss in await with_duty(day, roles=("supervisor",), covering=city):
        if may(await who_is(boss), "manage_monitors", Thing(region=city), day):
            await outbox.notify(
                boss, "supervisor.flood", dedup=f"flood:{batch.id}:{boss.id}", at=at,
                about={"batch": batch.id}, priority=outbox.RED, live=f"flood:{batch.id}",
            )  # fmt: skip
    return batch


async def release(monitor: str, who: Who, *, city: str, why: str, at: datetime) -> HeldBatch:
    """Let what is held go; the cases are opened by the next look, minutes later."""
    return await _decide(monitor, "released", who, city=city, why=why, at=at)


async def drop(monitor: str, who: Who, *, city: str, why: str, at: datetime) -> HeldBatch:
    """What is held was a mistake: it opens nothing, as long as it stays what it is."""
    batch = await _decide(monitor, "dropped", who, city=city, why=why, at=at)
    await Finding.filter(monitor=monitor, held=FLOOD, closed_on=None).update(held=DROPPED)
    return batch


async def newest(monitor: str, who: Who, *, city: str, at: datetime) -> HeldBatch:
    """The batch of this monitor that was decided last, for whoever may decide; else NotAllowed."""
    demand(who, "manage_monitors", Thing(region=city), day_of(at))
    batch = await HeldBatch.filter(monitor=monitor).order_by("-id").first()
    if batch is None:
        raise NotAllowed
    return batch


async def held() -> list[HeldBatch]:
    """What waits for a person, oldest first."""
    return await HeldBatch.filter(state="held").order_by("id")


async def released_on(day: date) -> dict[str, date]:
    """The monitors a person let go on this day."""
    rows = await HeldBatch.filter(state__in=("released", "dropped"), decided_at__not_isnull=True)
    found = {r.monitor: day_of(r.decided_at) for r in rows if r.decided_at}
    return {monitor: when for monitor, when in found.items() if when == day}


async def to_open() -> list[str]:
    """Monitors whose released findings still wait for their cases."""
    rows = (
        await Finding.filter(held=FLOOD, closed_on=None)
        .distinct()
        .values_list("monitor", flat=True)
    )
    held_now = {batch.monitor for batch in await held()}
    return sorted({str(row) for row in rows} - held_now)


async def one(batch: int) -> HeldBatch:
    found = await HeldBatch.get_or_none(id=batch)
    if found is None:
        raise NotAllowed
    return found


async def _decide(
    monitor: str, state: str, who: Who, *, city: str, why: str, at: datetime
) -> HeldBatch:
    demand(who, "manage_monitors", Thing(region=city), day_of(at))
    batch = await HeldBatch.filter(monitor=monitor, state="held").order_by("id").first()
    if batch is None:
        raise NothingHeld(f"{monitor} 没有停着的提醒。用 jpf monitor list 看看哪些停着。")
    batch.state, batch.decided_at, batch.decided_by, batch.why = state, at, who.handle, why[:120]
    await batch.save()
    await audit.record(who.handle, f"flood_{state}", monitor, at=at, why=why[:120])
    return batch
