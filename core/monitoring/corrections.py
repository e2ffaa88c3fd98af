"""Wrong data goes back to the department that sent it, and is asked after until it is answered.

A request names the case and the kind of data, never the family: the department looks it up in its own
records by the case number it was called with. What it answers counts in that source's error rate.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core import accounts, audit, outbox
from core.access import NotAllowed, Who
from core.calendar import add_days
from core.city import City
from core.clock import day_of, iso
from core.monitoring.interval import Share
from core.monitoring.outcomes import JUDGED
from core.sources import sources
from core.store.casework import Case
from core.store.monitoring import Correction, Outcome

ASKED, CORRECTED, STANDS, WITHDRAWN = "asked", "corrected", "stands", "withdrawn"
YEAR = timedelta(days=365)


def classes_of(case: Case) -> list[str]:
    """The classes of data the case was shown to rest on, the deciding one first."""
    pieces = [piece.get("class") or "" for piece in case.evidence.get("pieces", [])]
    return [c for c in dict.fromkeys(pieces) if c in sources()]


async def ask(
    case: Case, class_id: str, city: City, *, at: datetime, words: str | None = None
) -> Correction:
    """Ask the owner of *class_id* to correct what it said; once a case and class."""
    unit = sources()[class_id].department
    due = add_days(at, city.standards(day_of(at)).integer("learn_error_days"))
    row, new = await Correction.get_or_create(
        case=case, class_id=class_id,
        defaults={"unit": unit, "asked_at": at, "due": due, "words": words},
    )  # fmt: skip
    if new:
        await _tell(row, city, at=at)
        await audit.record("system", "correction", case.number, at=at, why=class_id)
    return row


async def instead(case: Case, class_id: str, city: City, *, at: datetime) -> Correction:
    """Somebody who was there names the wrong class: what was asked of others on a guess is over."""
    others = Correction.filter(case=case, state=ASKED).exclude(class_id=class_id)
    await others.update(state=WITHDRAWN, answered_at=at)
    return await ask(case, class_id, city, at=at)


async def _tell(row: Correction, city: City, *, at: datetime, again: int = 0) -> None:
    """Its contacts hear of it; where there are none, whoever watches over the city."""
    day = day_of(at)
    contacts = await accounts.with_duty(day, roles=("department",), units=(row.unit,))
    people = contacts or await accounts.with_duty(day, roles=("supervisor",), covering=city.code)
    for person in people:
        await outbox.notify(
            person, "unit.correction", dedup=f"correction:{row.id}:{person.id}:{again}", at=at,
            about={"correction": row.id}, live=f"correction:{row.id}",
            not_before=outbox.polite_time(at, city.standards(day), red=False),
        )  # fmt: skip


async def remind(city: City, *, at: datetime) -> int:
    """Ask again, once every limit, as long as nobody answers."""
    late = await Correction.filter(state=ASKED, due__lte=at)
    days = city.standards(day_of(at)).integer("learn_error_days")
    for row in late:
        await Correction.filter(id=row.id).update(due=add_days(at, days))
        await _tell(row, city, at=at, again=day_of(at).toordinal())
    return len(late)


async def one_for(who: Who, number: int, *, at: datetime) -> Correction:
    """The request, if this person's unit owns the data; else NotAllowed."""
    row = await Correction.get_or_none(id=number).prefetch_related("case")
    if row is None or row.unit not in who.units(day_of(at)):
        raise NotAllowed
    return row


async def answer(row: Correction, who: Who, state: str, words: str, *, at: datetime) -> bool:
    """Corrected, or it stands as it is; False when it was answered before."""
    changed = await Correction.filter(id=row.id, state=ASKED).update(
        state=state, answered_at=at, answered_by_id=who.id
    )
    if not changed:
        return False
    row.state, row.answer = state, words or None
    await row.save(update_fields=["answer"])
    await audit.record(who.handle, f"correction_{state}", str(row.id), at=at)
    return True


@dataclass(frozen=True)
class Errors:
    """One class: how often people found it wrong, of the cases that rested on it and were judged."""

    class_id: str
    wrong: Share
    open: int


async def errors(now: datetime) -> list[Errors]:
    """The error rates of the last year, the worst first; only of classes found wrong at all."""
    asked: dict[str, list[str]] = defaultdict(list)
    rows = Correction.filter(asked_at__gt=now - YEAR).exclude(state=WITHDRAWN)
    for row in await rows.values("class_id", "state"):
        asked[row["class_id"]].append(row["state"])
    if not asked:
        return []
    rested = await _rested(now)
    found = [_errors(c, states, max(rested[c], len(states))) for c, states in asked.items()]
    return sorted(found, key=lambda e: (-(e.wrong.value or 0), e.class_id))


async def overview(now: datetime) -> dict[str, Any]:
    """For whoever looks after data: the error rates, and what was asked within a year, newest last."""
    rows = Correction.filter(asked_at__gt=now - YEAR).order_by("id").prefetch_related("case")
    return {
        "sources": [
            {"class": e.class_id, "title": sources()[e.class_id].title, "open": e.open,
             "wrong": e.wrong.to_json()}
            for e in await errors(now)
        ],
        "requests": [
            {"number": row.id, "case": row.case.number, "class": row.class_id, "unit": row.unit,
             "state": row.state, "asked_at": iso(row.asked_at), "due": iso(row.due),
             "answered_at": iso(row.answered_at)}
            for row in await rows
        ],
    }  # fmt: skip


def _errors(class_id: str, states: Sequence[str], n: int) -> Errors:
    wrong = sum(state != STANDS for state in states)
    return Errors(class_id, Share(wrong, n), sum(state == ASKED for state in states))


async def _rested(now: datetime) -> dict[str, int]:
    """How many judged cases showed each class as evidence."""
    found: dict[str, int] = defaultdict(int)
    rows = Outcome.filter(at__gt=now - YEAR, leads=True, verdict__in=JUDGED)
    for outcome in await rows.prefetch_related("case"):
        for class_id in classes_of(outcome.case):
            found[class_id] += 1
    return found
