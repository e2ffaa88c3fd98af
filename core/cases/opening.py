"""A finding becomes a case: numbered, sealed, pushed to whoever should go, the whistle blown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from core import outbox
from core.cases import clocks, turning
from core.cases.brief import Found, Span
from core.cases.hearing import nearest_workers, nobody_on_duty, tell_units, tell_worker
from core.cases.states import advance
from core.cases.whistle import call_unit, units_of
from core.city import City
from core.clock import day_of
from core.store.casework import Call, Case
from core.store.database import raw


async def open_case(
    found: Found, city: City, *, at: datetime, also: Sequence[Found] = (), turn: bool = False
) -> Case:
    """Open a case for *found*, call every unit, alert the people nearest to the family.

    *also* is what else was found about the same family that night: one card, one visit. The clocks
    start when people hear of it, after the quiet hours. *turn*: it waits until its turn comes.

    Inside the caller's transaction: the case, its calls and its messages exist together or not at
    all.
    """
    red, std = found.colour == "红", city.standards(day_of(at))
    brief, heard = found.brief, outbox.polite_time(at, std, red=red)
    case = await Case.create(
        number=await next_number(city.prefix, day_of(at).year),
        monitor=brief.monitor,
        household=found.household,
        person=found.person,
        region=found.region,
        line=brief.line,
        colour=found.colour,
        state="",
        opened_on=day_of(at),
        opened_at=at,
        answer_due=brief.answer_within.after(heard, red=red),
        visit_due=brief.visit_within.after(heard, red=red) if brief.visit_within else None,
        close_due=brief.close_within.after(heard, red=red) if brief.close_within else None,
        evidence={
            "brief": brief.to_json(),
            "also": [other.brief.to_json() for other in also],
            "names": found.names,
            "pieces": [piece.to_json() for one in (found, *also) for piece in one.evidence],
        },
        clocks=clocks.freeze(std, found.colour, at_once=bool(brief.answer_within.minutes)),
    )
    await advance(case, "open", at=at)
    if turn:
        await turning.wait(case, at=at)
        return case
    every = (unit for one in (found, *also) for unit in one.brief.whistle)
    await blow(case, tuple(every), city, at=at)
    return case


async def blow(case: Case, whistle: tuple[str, ...], city: City, *, at: datetime) -> None:
    """Call the units, and put the matter on the phones of those who should go."""
    for unit in dict.fromkeys(units_of(whistle, case.region)):
        await call_unit(case, unit, at=at)
    later = outbox.polite_time(at, city.standards(day_of(at)), red=case.colour == "红")
    pushed = await push(case, at=at, not_before=later)
    await tell_units(case, at=at, not_before=later)
    if not pushed:
        await nobody_on_duty(case, at=at)


async def push(case: Case, *, at: datetime, not_before: datetime | None = None) -> bool:
    """Put a new case on the phones of those who should go; False when nobody is on duty.

    A matter for which nobody need go is the called units' alone.
    """
    alone = case.evidence["brief"]["visit_within"] is None
    workers = [] if alone else await nearest_workers(case, at)
    for worker in workers:
        await tell_worker(case, worker, at=at, not_before=not_before)
    if (workers or alone) and case.state == "new":
        await advance(case, "push", at=at)
    return bool(workers) or alone


async def call_again(case: Case, city: City, *, at: datetime) -> None:
    """A case that flares up starts anew: limits from today, every unit is asked again."""
    brief, red = case.evidence["brief"], case.colour == "红"
    heard = outbox.polite_time(at, city.standards(day_of(at)), red=red)
    case.worker, case.lead, case.bounces, case.verdict = None, "", 0, ""
    case.answer_due = _limit(brief, "answer_within", heard, red)
    case.visit_due = _limit(brief, "visit_within", heard, red)
    case.close_due = _limit(brief, "close_within", heard, red)
    await advance(case, "flare_up", at=at)
    for call in await Call.filter(case=case).order_by("id"):
        call.state, call.called_at, call.due, call.result = "called", at, case.answer_due, None
        call.answered_at, call.answered_by, call.passed_to = None, None, ""
        clocks.called(call, case, at=at)
        await call.save()


def _limit(brief: dict[str, Any], name: str, start: datetime, red: bool) -> datetime | None:
    told = brief.get(name)
    return Span(**told).after(start, red=red) if told else None


async def next_number(prefix: str, year: int) -> str:
    """PH-2022-000001: given out in order, never twice."""
    name = f"case:{prefix}:{year}"
    rows = await raw(
        "INSERT INTO counter (name, value) VALUES (?, 1) "
        "ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value",
        [name],
    )
    return f"{prefix}-{year}-{rows[0]['value']:06d}"
