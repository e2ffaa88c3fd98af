"""Too many said "not ours": somebody one level up decides who leads, and that unit stays in.

First the town's office; the supervisors when there is none, when it is one of those who said no, or
when it does not decide in time.
"""

from datetime import datetime

from core import accounts, outbox
from core.access import Who, demand
from core.cases import clocks
from core.cases.doors import thing
from core.cases.states import OPEN, advance
from core.city import here
from core.clock import day_of
from core.store.casework import Call, Case
from core.store.people import Account

OUT = ("declined", "passed")


async def bounced(case: Case, *, at: datetime) -> None:
    """One more unit said it is not theirs; the third time somebody must decide."""
    case.bounces += 1
    await case.save(update_fields=["bounces"])
    if case.bounces >= most(at) and not case.lead:
        await ask(case, at=at)


def most(at: datetime) -> int:
    return here().standards(day_of(at)).integer("lead_after_bounces")


def undecided(case: Case, at: datetime) -> bool:
    """Whether somebody one level up still has to say who leads."""
    return not case.lead and case.bounces >= most(at)


async def ask(case: Case, *, at: datetime, level: str = "") -> int:
    """Ask the town's office, or else the supervisors, who leads; how many were asked."""
    told = 0
    for role in (level,) if level else ("office", "supervisor"):
        people = await _deciders(case, role, at)
        if people:
            await advance(case, "ask_lead", at=at, detail={"level": role})
        for person in people:
            told += await outbox.notify(
                person,
                "office.lead",
                dedup=f"lead:{case.id}:{case.bounces}:{person.id}:{case.steps}",
                at=at,
                case=case,
                priority=outbox.SOON,
            )
        if told:
            break
    return told


async def _deciders(case: Case, role: str, at: datetime) -> list[Account]:
    """People of that role over this place whose own unit has not said no in this matter."""
    refused = {call.unit for call in await Call.filter(case=case, state__in=OUT)}
    found = await accounts.with_duty(
        day_of(at), roles=(role,), covering=case.region, line=case.line
    )
    return [
        person
        for person in found
        if not (await accounts.who(person)).units(day_of(at)) & refused or role == "supervisor"
    ]


async def candidates(case: Case) -> list[str]:
    """The units that were called, in the order they were."""
    return [call.unit for call in await Call.filter(case=case).order_by("id")]


async def decide(case: Case, unit: str, who: Who, *, at: datetime) -> bool:
    """*who* decides that *unit* leads; False when it was decided already. Raises NotAllowed."""
    demand(who, "lead", thing(case), day_of(at))
    call = await Call.get_or_none(case=case, unit=unit)
    if case.lead or call is None or case.state not in OPEN:
        return False
    case.lead = unit
    if call.state in OUT:
        call.state, call.result, call.passed_to = "called", None, ""
        call.answered_at, call.answered_by = None, None
        call.called_at, call.due = at, clocks.limit_of_call(case, at=at)
        clocks.called(call, case, at=at)
        await call.save()
    await advance(case, "set_lead", at=at, by=who.id, detail={"unit": unit})
    return True
