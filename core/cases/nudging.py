"""催一下: a supervisor asks after a case, kindly, at most once a day, whoever asks.

Who hears it is whoever the matter waits for: the worker before the visit, after it the units that
have not answered or not finished.
"""

from dataclasses import dataclass
from datetime import datetime

from core import accounts, outbox
from core.access import Who, demand
from core.cases.doors import thing
from core.cases.hearing import contacts, nearest_workers
from core.cases.states import BEFORE_VISIT, OPEN, advance
from core.city import here
from core.clock import at_time, day_of
from core.store.casework import Call, Case, Step
from core.store.people import Account

NUDGE = "nudge"


@dataclass(frozen=True)
class Nudged:
    """What came of it: how many were asked; *before*: when it had been done that day already."""

    told: int = 0
    before: datetime | None = None


async def nudge(case: Case, who: Who, *, at: datetime) -> Nudged:
    """Ask after *case*; raises NotAllowed. Inside the caller's transaction."""
    demand(who, "nudge", thing(case), day_of(at))
    if case.state not in OPEN:
        return Nudged()
    if before := await nudged_on(case, at):
        return Nudged(before=before)
    told = await _workers(case, who, at) if case.state in BEFORE_VISIT else 0
    told += await _units(case, who, at)
    await advance(case, "remind", at=at, by=who.id, detail={NUDGE: True, "told": told})
    return Nudged(told=told)


async def nudged_on(case: Case, at: datetime) -> datetime | None:
    """When this case was asked after on that day, if it was."""
    steps = Step.filter(case=case, what="remind", at__gte=at_time(day_of(at), 0), at__lte=at)
    return next((s.at for s in await steps.order_by("number") if (s.detail or {}).get(NUDGE)), None)


async def _workers(case: Case, who: Who, at: datetime) -> int:
    """Whoever has it in hand, or all who may take it; where there is nobody, the town's office."""
    owner = await Account.get_or_none(id=case.worker_id)
    if owner is not None:
        people = [await accounts.present(owner, day_of(at))]
    else:
        people = await nearest_workers(case, at) or await accounts.with_duty(
            day_of(at), roles=("office",), covering=case.region, line=case.line
        )
    return sum([await _tell(case, who, person, "worker.nudge", "", at) for person in people])


async def _units(case: Case, who: Who, at: datetime) -> int:
    """The contacts of every unit that has not answered, or answered and not finished."""
    waiting = ("called",) if case.state in BEFORE_VISIT else ("called", "accepted")
    told = 0
    for call in await Call.filter(case=case, state__in=waiting).order_by("id"):
        for person in await contacts([call.unit], case, at):
            told += await _tell(case, who, person, "unit.nudge", call.unit, at)
    return told


async def _tell(
    case: Case, who: Who, person: Account, notice: str, unit: str, at: datetime
) -> bool:
    red = case.colour == "红"
    return await outbox.notify(
        person,
        notice,
        dedup=f"nudge:{case.id}:{day_of(at)}:{person.id}:{unit}",
        at=at,
        case=case,
        about={"by": who.name, "unit": unit},
        priority=outbox.SOON,
        not_before=outbox.polite_time(at, here().standards(day_of(at)), red=red),
    )
