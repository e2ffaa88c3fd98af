"""A case that waits its turn (core.monitoring.turns): opened, but nobody has heard of it yet.

Its limits begin when the card is out. Until then its alarm stands far off, so that even what is never
let out comes before a person some day.
"""

from collections.abc import Sequence
from datetime import datetime

from core import outbox
from core.calendar import add_days
from core.cases import clocks
from core.cases.brief import Span
from core.cases.hearing import nobody_on_duty, tell_units, tell_worker
from core.cases.states import advance
from core.cases.whistle import call_unit, units_of
from core.city import City
from core.clock import day_of
from core.store.casework import Case
from core.store.people import Account

TURN = "turn"
FORGOTTEN_AFTER = 10  # working days


async def wait(case: Case, *, at: datetime) -> None:
    """No limits yet, and an alarm for the case that its turn never comes."""
    case.waits, case.answer_due, case.visit_due, case.close_due = TURN, None, None, None
    case.alarm_at = add_days(at, FORGOTTEN_AFTER)
    await case.save()


async def push_now(case: Case, city: City, *, at: datetime, workers: Sequence[Account]) -> None:
    """Its turn has come: the clocks start, the units are called, the card goes out.

    Inside a transaction. *workers* are those who get the card; nobody means nobody is on duty.
    """
    red = case.colour == "红"
    heard = outbox.polite_time(at, city.standards(day_of(at)), red=red)
    brief, case.waits = case.evidence["brief"], ""
    case.answer_due = _limit(brief["answer_within"], heard, red)
    case.visit_due = _limit(brief["visit_within"], heard, red)
    case.close_due = _limit(brief["close_within"], heard, red)
    clocks.begin(case, "answer", at=at)
    await case.save()
    briefs = (brief, *case.evidence.get("also", []))
    whistle = tuple(unit for one in briefs for unit in one["whistle"])
    for unit in dict.fromkeys(units_of(whistle, case.region)):
        await call_unit(case, unit, at=at)
    for worker in workers:
        await tell_worker(case, worker, at=at, not_before=heard)
    await tell_units(case, at=at, not_before=heard)
    if workers and case.state == "new":
        await advance(case, "push", at=at)
    elif not workers:
        await nobody_on_duty(case, at=at)


def _limit(told: dict[str, int] | None, start: datetime, red: bool) -> datetime | None:
    return Span(**told).after(start, red=red) if told else None
