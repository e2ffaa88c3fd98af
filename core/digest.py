"""The supervisor's morning in numbers: what is new, what was done, what needs an eye.

Counts only, by town; families appear when somebody with the right drills down.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.cases.states import OPEN
from core.city import City
from core.clock import at_time, day_of
from core.store.casework import Call, Case

MOST_WATCHED = 3


@dataclass(frozen=True)
class Town:
    """One town's cases: open, closed in the last day, late, by colour of the open ones."""

    code: str
    name: str
    open: int
    closed: int
    late: int
    colours: dict[str, int]


@dataclass(frozen=True)
class Morning:
    """What a supervisor of *area* should know on the morning of *day*."""

    day: date
    area: str
    new: int
    done: int
    waiting: int
    helping: int
    watch: tuple[str, ...]
    towns: tuple[Town, ...]
    answered: dict[str, tuple[int, int]]  # unit → (reported in, called) of open cases
    stale: tuple[str, ...]


async def morning(
    day: date, area: str, city: City, *, now: datetime, stale: tuple[str, ...] = ()
) -> Morning:
    """The digest of *day*: cases opened that day, closed the day before, open now."""
    cases = await Case.filter(region__startswith=area, opened_on__lte=day)
    live = [case for case in cases if case.state in OPEN]
    new = {case.household for case in cases if case.opened_on == day}
    done = {case.household for case in cases if _closed_on(case, day - timedelta(days=1))}
    calls = await Call.filter(case_id__in=[case.id for case in live]) if live else []
    return Morning(
        day=day,
        area=area,
        new=len(new),
        done=len(done),
        waiting=sum(case.state in ("new", "pushed", "taken") for case in live),
        helping=sum(case.state in ("planned", "helping", "proving") for case in live),
        watch=_watch(live, calls, city, now, stale),
        towns=tuple(_towns(cases, city, area, day, now)),
        answered=_answered(calls),
        stale=stale,
    )


def _closed_on(case: Case, day: date) -> bool:
    return (
        case.why_closed == "helped" and case.closed_at is not None and day_of(case.closed_at) == day
    )


def _watch(
    live: list[Case], calls: list[Call], city: City, now: datetime, stale: tuple[str, ...]
) -> tuple[str, ...]:
    """The most pressing things, at most three, each one sentence."""
    by_id = {case.id: case for case in live}
    found = [
        (0, f"{_village(city, case)}红色一户还没人去（{case.number}）")
        for case in live
        if case.colour == "红" and case.state in ("new", "pushed")
    ]
    found += [
        (1, f"{_village(city, case)}没有人值守，一户还没人去（{case.number}）")
        for case in live
        if case.state == "new" and case.colour != "红"
    ]
    found += [
        (1, f"{_village(city, case)}一户超过时限还没走访（{case.number}）")
        for case in live
        if case.state in ("new", "pushed", "taken") and case.visit_due and case.visit_due < now
    ]
    found += [
        (2, f"{city.unit_name(call.unit, short=True)}还没回话（{by_id[call.case_id].number}）")
        for call in calls
        if call.state == "called" and call.due and call.due < now
    ]
    found += [(3, f"{name}的数据没有按时来，可能漏发现") for name in stale]
    return tuple(words for _, words in sorted(found)[:MOST_WATCHED])


def _village(city: City, case: Case) -> str:
    place = city.place(case.region)
    return place.name if place else city.name


def _towns(cases: list[Case], city: City, area: str, day: date, now: datetime) -> list[Town]:
    out = []
    for town in city.towns():
        mine = [case for case in cases if case.region.startswith(town.code)]
        live = [case for case in mine if case.state in OPEN]
        if not town.code.startswith(area[:9]):
            continue
        out.append(
            Town(
                code=town.code,
                name=town.name,
                open=len(live),
                closed=sum(_closed_on(case, day - timedelta(days=1)) for case in mine),
                late=sum(bool(case.visit_due and case.visit_due < now) for case in live
                         if case.state in ("new", "pushed", "taken")),
                colours={c: sum(case.colour == c for case in live) for c in ("红", "黄", "绿")},
            )
        )  # fmt: skip
    return out


def _answered(calls: list[Call]) -> dict[str, tuple[int, int]]:
    out: dict[str, tuple[int, int]] = {}
    for call in calls:
        said, asked = out.get(call.unit, (0, 0))
        out[call.unit] = (said + (call.state != "called"), asked + 1)
    return out


def digest_time(day: date) -> datetime:
    return at_time(day, 8)
