"""What a closing case leaves behind: whistles are revoked, open tasks fall away, places come back."""

from collections.abc import Iterable
from datetime import datetime

from core import accounts, outbox
from core.cases import quota
from core.store.casework import Call, Case, Task
from core.store.helping import Slot
from core.store.people import Account

OPEN_CALLS, OPEN_TASKS = ("called", "accepted"), ("proposed", "accepted", "waiting")


async def wind_up(case: Case, what: str, *, at: datetime) -> None:
    """After the step that closed it; *what* is that step."""
    calls = Call.filter(case=case, state__in=OPEN_CALLS)
    if what != "helped":
        await calls.update(state="revoked", alarm_at=None)
    await Call.filter(case=case).update(alarm_at=None)
    for task in await Task.filter(case=case, state__in=OPEN_TASKS).order_by("id"):
        await drop(case, task, at=at)


async def drop(case: Case, task: Task, *, at: datetime, why: str | None = None) -> None:
    """A task will not be done; its place goes to whoever waits longest, and they hear of it."""
    task.state, task.changed_at, task.note = "dropped", at, why or task.note
    await task.save()
    await announce(await quota.give_back(case, task.offer, at=at), at=at)


async def announce(moved: Iterable[Slot], *, at: datetime) -> None:
    """It is their turn: their task goes on, the worker of their family is told."""
    for slot in moved:
        offer = slot.quota.offer
        await Task.filter(case_id=slot.case_id, offer=offer, state="waiting").update(
            state="proposed", changed_at=at
        )
        owner = await Account.get_or_none(id=slot.case.worker_id)
        if owner:
            await outbox.notify(
                await accounts.present(owner, at.date()),
                "worker.slot",
                dedup=f"slot:{slot.id}:{at.isoformat()}",
                at=at,
                case=slot.case,
                about={"offer": offer},
                priority=outbox.SOON,
            )
