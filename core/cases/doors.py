"""The only ways to a case for somebody who asks. Not yours and not there look the same."""

from datetime import datetime

from core.access import NotAllowed, Right, Thing, Who, lives_there, may
from core.cases import clocks
from core.cases.states import OPEN
from core.clock import day_of
from core.store.casework import Call, Case

__all__ = [
    "Call",
    "Case",
    "call_for",
    "case_for",
    "cases_in",
    "open_calls_of",
    "open_cases_of",
    "thing",
]

CHANGING = ("work_case", "answer_call", "lead", "nudge", "sign")


async def case_for(who: Who, number: str, right: Right, *, at: datetime) -> Case:
    """The case of this number, if *who* has *right* on it; else NotAllowed.

    Locked until the transaction ends when something may be changed: nobody comes in between.
    """
    found = Case.filter(number=number.upper())
    if right in CHANGING:
        found = found.select_for_update()
    case = await found.first()
    if case is None or not may(who, right, thing(case), day_of(at)):
        raise NotAllowed
    if lives_there(who, case.household):
        raise NotAllowed
    return case


async def call_for(who: Who, number: str, *, at: datetime) -> Call:
    """The call of this case that *who* may answer: his unit's; else NotAllowed."""
    case = await Case.filter(number=number.upper()).select_for_update().first()
    if case is None:
        raise NotAllowed
    mine = [
        call for call in await Call.filter(case=case).order_by("id") if _may(who, case, call, at)
    ]
    if not mine:
        raise NotAllowed
    call = next((one for one in mine if one.state in ("called", "accepted")), mine[0])
    call.case = case
    return call


def _may(who: Who, case: Case, call: Call, at: datetime) -> bool:
    asked = Thing(region=case.region, line=case.line, unit=call.unit)
    return may(who, "answer_call", asked, day_of(at))


async def open_cases_of(who: Who, *, at: datetime) -> list[Case]:
    """What this worker has in hand or may take, the most pressing first."""
    day = day_of(at)
    areas = [duty.area for duty in who.duties if duty.holds(day)]
    mine = {None, *who.stands_for(day)}
    found = [
        case
        for area in dict.fromkeys(areas)
        for case in await Case.filter(state__in=OPEN, waits="", region__startswith=area)
        if case.worker_id in mine and may(who, "work_case", thing(case), day)
    ]
    unique = {case.id: case for case in found}.values()
    return sorted(unique, key=lambda case: (case.colour != "红", case.visit_due or case.opened_at))


async def open_calls_of(who: Who, *, at: datetime) -> list[Call]:
    """The whistles this person may answer and his units have not finished, oldest first."""
    units = who.units(day_of(at))
    if not units:
        return []
    found = await Call.filter(
        unit__in=list(units), state__in=("called", "accepted"), case__state__in=OPEN
    ).prefetch_related("case")
    mine = [call for call in found if _may(who, call.case, call, at)]
    return sorted(mine, key=lambda call: call.id)


def thing(case: Case) -> Thing:
    return Thing(region=case.region, line=case.line, household=case.household)


async def stuck_cases(who: Who, *, at: datetime) -> list[Case]:
    """The open cases of his areas that nobody moved though everybody below him was told."""
    day = day_of(at)
    areas = {duty.area for duty in who.duties if duty.role == "supervisor" and duty.holds(day)}
    found: dict[int, Case] = {}
    for area in areas:
        slow = await Case.filter(state__in=OPEN, region__startswith=area, rung__gt=0)
        calls = Call.filter(
            state__in=("called", "accepted"), case__state__in=OPEN, rung__gt=0,
            case__region__startswith=area,
        ).prefetch_related("case")  # fmt: skip
        late = [case for case in slow if clocks.climbed(case)]
        late += [call.case for call in await calls if clocks.climbed(call.case, call)]
        for case in late:
            if may(who, "see_case", thing(case), day):
                found[case.id] = case
    return sorted(found.values(), key=lambda case: (case.colour != "红", case.id))


async def cases_in(who: Who, area: str, *, at: datetime) -> list[Case]:
    """The open cases of an area that *who* may see, the most pressing first."""
    found = await Case.filter(state__in=OPEN, region__startswith=area)
    seen = [case for case in found if may(who, "see_case", thing(case), day_of(at))]
    return sorted(seen, key=lambda case: (case.colour != "红", case.visit_due or case.opened_at))
