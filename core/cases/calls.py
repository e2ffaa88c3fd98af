"""One whistle, every department: each called unit answers for itself, all see the progress.

A unit takes its part, says why it is not its own, passes it on to another, or tells what it did. Each
"not ours" is a bounce; after a few of them somebody one level up decides who leads (`lead.py`).
"""

from datetime import datetime

from core import accounts, outbox
from core.access import Who
from core.cases import clocks, lead, places
from core.cases.doubles import given_by
from core.cases.hearing import goers, listeners, tell
from core.cases.proving import wait_for_proof
from core.cases.states import OPEN, advance
from core.cases.whistle import call_unit
from core.clock import day_of
from core.store.casework import Call, Case, Task
from core.store.mail import Outbox
from core.store.people import Account

OPEN_CALLS = ("called", "accepted")
SHOWN = ("worker.case", "unit.whistle")


class Settled(ValueError):
    """This unit's part is settled: it was decided that it leads, or it has answered otherwise."""


async def report_in(call: Call, who: Who, *, at: datetime) -> bool:
    """The unit takes its part; False when it had done so before, or no longer can."""
    case = call.case
    if case.state not in OPEN:
        return False
    changed = await Call.filter(id=call.id, state="called").update(
        state="accepted", answered_at=at, answered_by_id=who.id
    )
    if not changed:
        return False
    await places.take_on(case, call.unit, at=at)
    call.state = "accepted"
    await set_clock(call, at=at)
    await advance(case, "report_in", at=at, by=who.id, detail={"unit": call.unit})
    await _tell_worker_of_answer(case, call, at=at)
    await tell_everybody(case, at=at)
    return True


async def decline(call: Call, who: Who, reason: str, *, at: datetime) -> None:
    """Not ours, because …: the reason is kept, everybody sees it. Raises Settled."""
    await _leave(call, who, "declined", reason, at=at)
    detail = {"unit": call.unit, "reason": reason}
    await advance(call.case, "decline", at=at, by=who.id, detail=detail)
    await lead.bounced(call.case, at=at)
    await tell_everybody(call.case, at=at)


async def pass_on(call: Call, who: Who, to: str, *, at: datetime, reason: str = "") -> Call:
    """Not ours but *to*'s: that unit is called too, with a clock of its own. Raises Settled.

    A unit that has answered already is not called a second time: that too is a bounce.
    """
    await _leave(call, who, "passed", reason or None, at=at, to=to)
    detail = {"unit": call.unit, "to": to, **({"reason": reason} if reason else {})}
    await advance(call.case, "pass_on", at=at, by=who.id, detail=detail)
    other = await call_unit(call.case, to, at=at)
    await _tasks_move(call, other, at=at)
    await lead.bounced(call.case, at=at)
    await tell_everybody(call.case, at=at)
    return other


async def finish(call: Call, who: Who, words: str, *, key: str, at: datetime) -> bool:
    """The unit tells its result in words; its tasks are done, the help is on record.

    Told again, only the words are new: False. Raises Settled for a unit that is out of it.
    """
    case = call.case
    if call.state not in (*OPEN_CALLS, "done"):
        raise Settled(call.state)
    new = call.state != "done"
    call.state, call.result, call.alarm_at = "done", words, None
    call.answered_at = call.answered_at or at
    call.answered_by = await Account.get(id=who.id)
    await call.save()
    for task in await Task.filter(case=case, unit=call.unit).exclude(state="dropped"):
        await _done(task, call, words, key=key, at=at)
    detail = {"unit": call.unit, "words": words}
    await _after_finish(case, who, detail, at=at)
    await _tell_worker_of_answer(case, call, at=at)
    await tell_everybody(case, at=at)
    return new


async def _leave(
    call: Call, who: Who, state: str, reason: str | None, *, at: datetime, to: str = ""
) -> None:
    """The unit steps out, once, while the matter goes on; whoever was made to lead stays."""
    over = call.case.state not in OPEN
    if over or call.state not in OPEN_CALLS or call.case.lead == call.unit:
        raise Settled(call.state)
    call.state, call.answered_at, call.result, call.passed_to = state, at, reason, to
    call.answered_by = await Account.get(id=who.id)
    clocks.called(call, call.case, at=at)
    await call.save()


async def _tasks_move(call: Call, other: Call, *, at: datetime) -> None:
    """What was asked of the one is asked of the other, unless it was asked that already."""
    for task in await Task.filter(
        case=call.case, unit=call.unit, state__in=("proposed", "accepted")
    ):
        if await Task.exists(case=call.case, unit=other.unit, offer=task.offer):
            task.state = "dropped"
        else:
            task.unit, task.state = other.unit, "proposed"
        task.changed_at = at
        await task.save()


async def _done(task: Task, call: Call, words: str, *, key: str, at: datetime) -> None:
    if task.state == "done":
        return
    task.state, task.note, task.changed_at = "done", words, at
    await task.save()
    await given_by(call, task, key=key, at=at)


async def tasks_of(call: Call) -> list[Task]:
    """What is still asked of this unit."""
    return await Task.filter(
        case_id=call.case_id, unit=call.unit, state__in=("proposed", "accepted", "waiting")
    )


async def tell_before(call: Call, who: Who, *, at: datetime) -> None:
    """What the family had before, on the phone of the one who is about to give it again."""
    await outbox.notify(
        await Account.get(id=who.id),
        "unit.before",
        dedup=f"before:{call.id}:{who.id}:{at.isoformat()}",
        at=at,
        case=call.case,
        about={"unit": call.unit},
    )


async def set_clock(call: Call, *, at: datetime) -> None:
    """A unit that is in has until the first of its tasks is due."""
    open_tasks = Task.filter(
        case_id=call.case_id, unit=call.unit, state__in=("proposed", "accepted")
    )
    first = await open_tasks.filter(due__not_isnull=True).order_by("due").first()
    clocks.called(call, call.case, at=at, due=first.due if first else call.case.close_due)
    await call.save()


async def _after_finish(case: Case, who: Who, detail: dict[str, str], *, at: datetime) -> None:
    """The matter is done when the family's plan is done, not when one unit is."""
    if case.state not in ("planned", "helping", "proving"):
        await advance(case, "note", at=at, by=who.id, detail=detail)
        return
    await advance(case, "help", at=at, by=who.id, detail=detail)
    left = Task.filter(case=case, state__in=("proposed", "accepted", "waiting"))
    if not await left.exists():
        await wait_for_proof(case, at=at)


async def tell_everybody(case: Case, *, at: datetime) -> None:
    """Bring every live message about this case up to date, on every phone that shows it."""
    workers = {w.id: w for w in await goers(case, at)}
    owner = await owner_of(case, at)
    if owner:
        workers[owner.id] = owner
    units = {one.id: one for one in await listeners(case, at)}
    await _shown_before(case, workers, units)
    await tell(case, list(workers.values()), list(units.values()), at=at)


async def _shown_before(case: Case, workers: dict[int, Account], units: dict[int, Account]) -> None:
    """Whoever was shown this case hears how it goes on; his rights are asked again when sent."""
    rows = (
        await Outbox.filter(case=case, notice__in=SHOWN).distinct().values("account_id", "notice")
    )
    known = {**workers, **units}
    missing = [row["account_id"] for row in rows if row["account_id"] not in known]
    people = {a.id: a for a in await Account.filter(id__in=missing, active=True)} if missing else {}
    for row in rows:
        if person := people.get(row["account_id"]):
            (workers if row["notice"] == "worker.case" else units)[person.id] = person


async def owner_of(case: Case, at: datetime) -> Account | None:
    """Who has it in hand, or his stand-in."""
    owner = await Account.get_or_none(id=case.worker_id)
    return await accounts.present(owner, day_of(at)) if owner else None


async def _tell_worker_of_answer(case: Case, call: Call, *, at: datetime) -> None:
    """The worker hears what a unit answered; a silent message, not another task."""
    owner = await owner_of(case, at)
    if owner is None:
        return
    await outbox.notify(
        owner,
        "worker.reply",
        dedup=f"reply:{call.id}:{call.state}:{case.steps if call.state == 'done' else ''}",
        at=at,
        case=case,
        about={"call": call.id, "state": call.state},
    )
