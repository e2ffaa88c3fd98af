"""The family's plan: what was suggested becomes a task of a unit, once somebody was there."""

from datetime import datetime

from core.calendar import add_days
from core.cases.states import advance
from core.catalogue import offers
from core.store.casework import Call, Case, Task


def offered(case: Case) -> list[str]:
    """What may help with everything this case is about, each once."""
    briefs = [case.evidence["brief"], *case.evidence.get("also", [])]
    return list(dict.fromkeys(name for brief in briefs for name in brief["offers"]))


async def make_plan(case: Case, *, at: datetime, by: int) -> list[Task]:
    """One task per offer that fits this matter, for the called unit that can give it."""
    called = {call.unit: call for call in await Call.filter(case=case)}
    made = []
    for name in offered(case):
        offer = offers()[name]
        unit = next((u for u in offer.units if u in called), None)
        if unit is None:
            continue
        task, _ = await Task.get_or_create(
            case=case,
            offer=name,
            unit=unit,
            defaults={
                "due": add_days(at, offer.days),
                "changed_at": at,
                "state": "proposed" if called[unit].state == "called" else "accepted",
            },
        )
        made.append(task)
    await advance(case, "plan", at=at, by=by, detail={"offers": [task.offer for task in made]})
    return made
