"""The family's plan: what was suggested becomes a task of a unit, once somebody was there.

Machines suggest, people decide: what the matter itself asks for goes to the called units, who may
take it or not; what else may help is shown, and becomes a task only when somebody says so. Anything
may be taken out again, with a reason.
"""

from collections.abc import Sequence
from datetime import datetime

from core.access import Who
from core.calendar import add_days
from core.cases import calls, needs, places
from core.cases.proving import wait_for_proof
from core.cases.states import advance
from core.cases.whistle import call_unit, units_of
from core.cases.winding import drop
from core.catalogue import offers
from core.clock import day_of
from core.store.casework import Call, Case, Task

MOST = 5


def offered(case: Case) -> list[str]:
    """What may help with everything this case is about, each once."""
    briefs = [case.evidence["brief"], *case.evidence.get("also", [])]
    return list(dict.fromkeys(name for brief in briefs for name in brief["offers"]))


async def make_plan(
    case: Case, *, at: datetime, by: int, findings: Sequence[str] = (), words: str = ""
) -> list[Task]:
    """One task per offer that fits this matter, for the called unit that can give it."""
    there = ("called", "accepted", "done")
    called = {call.unit: call for call in await Call.filter(case=case, state__in=there)}
    needs.note(case, findings, words)
    made = []
    for name in offered(case)[:MOST]:
        unit = next((u for u in givers(name, case) if u in called), None)
        if unit is not None:
            made.append(await _ask(case, name, unit, at=at))
    await advance(case, "plan", at=at, by=by, detail={"offers": [task.offer for task in made]})
    for unit in dict.fromkeys(task.unit for task in made):
        if called[unit].state == "accepted":
            await places.take_on(case, unit, at=at)
            called[unit].case = case
            await calls.set_clock(called[unit], at=at)
    return made


def givers(offer: str, case: Case) -> list[str]:
    """The units that can give it to this family: departments, or its own town and village."""
    return units_of(offers()[offer].units, case.region)


async def _ask(case: Case, offer: str, unit: str, *, at: datetime) -> Task:
    task, new = await Task.get_or_create(
        case=case,
        offer=offer,
        unit=unit,
        defaults={
            "due": add_days(at, offers()[offer].days),
            "promised_on": day_of(at),
            "changed_at": at,
            "state": "proposed",
        },
    )
    if not new and task.state in ("dropped", "done"):  # of an earlier time: asked anew
        task.state, task.note, task.changed_at = "proposed", None, at
        task.due, task.promised_on = add_days(at, offers()[offer].days), day_of(at)
        await task.save()
    return task


async def add(case: Case, offer: str, who: Who, *, at: datetime) -> Task:
    """Somebody says: this too. The unit that gives it is called if it was not."""
    known = {call.unit: call for call in await Call.filter(case=case)}
    unit = next((u for u in givers(offer, case) if u in known), givers(offer, case)[0])
    call = await call_unit(case, unit, at=at)
    task = await _ask(case, offer, unit, at=at)
    await advance(case, "change_plan", at=at, by=who.id, detail={"added": offer, "unit": unit})
    if call.state == "accepted":
        await places.accept(case, task, at=at)
    await calls.tell_everybody(case, at=at)
    return task


async def refuse(case: Case, offer: str, who: Who, reason: str, *, at: datetime) -> None:
    """Somebody says: not this, because …; it is not suggested for this matter again."""
    found = await Task.filter(case=case, offer=offer).exclude(state__in=("done", "dropped"))
    for task in found:
        await drop(case, task, at=at, why=reason)
    if not found and not await Task.exists(case=case, offer=offer):
        unit = givers(offer, case)[0]
        await Task.create(
            case=case, offer=offer, unit=unit, state="dropped", note=reason, changed_at=at
        )
    detail = {"dropped": offer, "reason": reason}
    await advance(case, "change_plan", at=at, by=who.id, detail=detail)
    left = Task.filter(case=case, state__in=("proposed", "accepted", "waiting"))
    if case.state == "helping" and not await left.exists():
        await wait_for_proof(case, at=at)
    await calls.tell_everybody(case, at=at)
