"""One whistle, every department: each called unit answers for itself, all see the progress."""

from datetime import datetime

from core import accounts, outbox
from core.access import Who
from core.cases.opening import listeners, nearest_workers, tell_unit, tell_worker
from core.cases.states import advance
from core.store.casework import Call, Case, Help, Task
from core.store.people import Account


async def report_in(call: Call, who: Who, *, at: datetime) -> bool:
    """The unit takes its part; False when it had done so before."""
    case = call.case
    changed = await Call.filter(id=call.id, state="called").update(
        state="accepted", answered_at=at, answered_by_id=who.id
    )
    if not changed:
        return False
    await Task.filter(case=case, unit=call.unit, state="proposed").update(
        state="accepted", changed_at=at
    )
    await advance(case, "report_in", at=at, by=who.id, detail={"unit": call.unit})
    await _tell_worker_of_answer(case, call, at=at)
    await tell_everybody(case, at=at)
    return True


async def decline(call: Call, who: Who, reason: str, *, at: datetime) -> None:
    """Not ours, because …: the reason is kept, everybody sees it, the matter goes on."""
    call.state, call.answered_at, call.result = "declined", at, reason
    call.answered_by = await Account.get(id=who.id)
    await call.save()
    detail = {"unit": call.unit, "reason": reason}
    await advance(call.case, "decline", at=at, by=who.id, detail=detail)
    await tell_everybody(call.case, at=at)


async def finish(call: Call, who: Who, words: str, *, key: str, at: datetime) -> None:
    """The unit tells its result in words; its tasks are done, the help is on record."""
    case = call.case
    call.state, call.result = "done", words
    call.answered_at = call.answered_at or at
    call.answered_by = await Account.get(id=who.id)
    await call.save()
    for task in await Task.filter(case=case, unit=call.unit).exclude(state="dropped"):
        task.state, task.note, task.changed_at = "done", words, at
        await task.save()
        await Help.get_or_create(
            key=f"{key}:{task.offer}",
            defaults={
                "case": case,
                "at": at,
                "kind": "service",
                "item": task.offer,
                "giver": call.unit,
            },
        )
    await _after_finish(case, call, who, at=at)


async def _after_finish(case: Case, call: Call, who: Who, *, at: datetime) -> None:
    if case.state in ("planned", "helping", "proving"):
        await advance(case, "help", at=at, by=who.id, detail={"unit": call.unit})
        if not await Task.filter(case=case, state__in=("proposed", "accepted")).exists():
            await advance(case, "await_proof", at=at)
    else:
        await advance(case, "note", at=at, by=who.id, detail={"unit": call.unit})
    await _tell_worker_of_answer(case, call, at=at)
    await tell_everybody(case, at=at)


async def tell_everybody(case: Case, *, at: datetime) -> None:
    """Bring every live message about this case up to date."""
    workers = await nearest_workers(case, at)
    owner = await Account.get_or_none(id=case.worker_id)
    for worker in {w.id: w for w in [*workers, *([owner] if owner else [])]}.values():
        await tell_worker(case, worker, at=at)
    for listener in await listeners(case, at):
        await tell_unit(case, listener, at=at)


async def _tell_worker_of_answer(case: Case, call: Call, *, at: datetime) -> None:
    """The worker hears what a unit answered; a silent message, not another task."""
    owner = await Account.get_or_none(id=case.worker_id)
    if owner is None:
        return
    await outbox.notify(
        await accounts.present(owner, at.date()),
        "worker.reply",
        dedup=f"reply:{call.id}:{call.state}",
        at=at,
        case=case,
        about={"call": call.id, "state": call.state},
    )
