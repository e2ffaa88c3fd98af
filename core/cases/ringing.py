"""An alarm rings: whoever is on that rung hears of it, and the next alarm is set.

Where nobody is on a rung the next one is told at once; where nobody is on any, the alarm comes again.
Nothing here decides anything about the family; it only makes sure that no matter is forgotten.
"""

from collections.abc import Sequence
from datetime import datetime

from core import accounts, outbox
from core.cases import clocks, lead
from core.cases.calls import owner_of
from core.cases.hearing import contacts, nearest_workers
from core.cases.opening import push
from core.cases.states import OPEN, advance, hold
from core.city import here
from core.clock import day_of
from core.store.casework import Call, Case
from core.store.people import Account

RUNGS = 3


async def ring(case: Case, *, at: datetime) -> int:
    """Ring what is due of this case; how many people were told. Inside a transaction."""
    await hold(case)
    if case.state not in OPEN or case.alarm_at is None or case.alarm_at > at:
        return 0
    if case.state == "new" and not case.waits and await push(case, at=at):
        return 0
    told, rungs = 0, list[str]()
    while not told and len(rungs) < RUNGS:
        role = clocks.role_now(case, at)
        told = await _tell(case, await _people(case, role, at), role, at)
        rungs.append(role)
        clocks.climb(case, at=at)
    if lead.undecided(case, at):
        told += await lead.ask(case, at=at, level="supervisor")
    stage = clocks.STAGES[case.state]
    await advance(case, "escalate", at=at, detail={"told": told, "stage": stage, "to": rungs})
    return told


async def ring_call(call: Call, *, at: datetime) -> int:
    """Ring what is due of one unit's part; how many people were told. Inside a transaction."""
    case = await hold(await call.case)
    call = await Call.get(id=call.id)
    if case.state not in OPEN or call.alarm_at is None or call.alarm_at > at:
        return 0
    told, rungs = 0, list[str]()
    while not told and len(rungs) < RUNGS:
        role = clocks.call_role_now(call, case, at)
        told = await _tell(case, await _unit_people(call, case, role, at), role, at, call)
        rungs.append(role)
        clocks.climb_call(call, case, at=at)
    await call.save()
    detail = {"told": told, "unit": call.unit, "stage": call.state, "to": rungs}
    await advance(case, "escalate", at=at, detail=detail)
    return told


async def _people(case: Case, role: str, at: datetime) -> Sequence[Account]:
    if role != "grid":
        return await _with(case, role, at)
    if case.waits:  # held back on purpose: those who hold it back hear of it, not who would go
        return []
    owner = await owner_of(case, at)
    return [owner] if owner else await nearest_workers(case, at)


async def _unit_people(call: Call, case: Case, role: str, at: datetime) -> Sequence[Account]:
    return await contacts([call.unit], case, at) if role == "unit" else await _with(case, role, at)


async def _with(case: Case, role: str, at: datetime) -> list[Account]:
    return await accounts.with_duty(day_of(at), roles=(role,), covering=case.region, line=case.line)


async def _bundle(person: Account, at: datetime) -> bool:
    """What is not red reaches a supervisor in one message a day; it is worded when it is sent."""
    day = day_of(at)
    await outbox.notify(
        person,
        "supervisor.late",
        dedup=f"late:{day}:{person.id}",
        at=at,
        about={"day": day.isoformat()},
        priority=outbox.SOON,
        not_before=outbox.polite_time(at, here().standards(day), red=False),
    )
    return True


async def _tell(
    case: Case, people: Sequence[Account], role: str, at: datetime, call: Call | None = None
) -> int:
    red = case.colour == "红"
    if role == "supervisor" and not red:
        return sum([await _bundle(person, at) for person in people])
    told = 0
    for person in people:
        told += await outbox.notify(
            person,
            "unit.late" if call else "worker.late",
            dedup=f"late:{case.id}:{case.steps}:{call.unit if call else ''}:{role}:{person.id}",
            at=at,
            case=case,
            about={"state": call.state, "unit": call.unit} if call else {"state": case.state},
            priority=outbox.RED if red else outbox.SOON,
            not_before=outbox.polite_time(at, here().standards(day_of(at)), red=red),
        )
    return told
