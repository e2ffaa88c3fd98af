"""A grid worker takes a matter, goes there, and tells what she found.

Receiving is not visiting, and a tap is not a visit: a visit exists when it was told in words and
the teller has confirmed how we understood them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import accounts, outbox
from core.access import Who
from core.cases import doubles, promises, same_look
from core.cases.calls import tell_everybody
from core.cases.outcomes import FALSE_ALARM, OFFICE_HELPS, WRONG_PERSON, moves_on, outcome_of
from core.cases.passing import named
from core.cases.planning import make_plan
from core.cases.proof import seen_again
from core.cases.states import (
    AFTER_VISIT,
    BEFORE_VISIT,
    OPEN,
    WAITING,
    advance,
    allowed,
    hold,
    let_go,
)
from core.cases.whistle import call_unit
from core.city import here
from core.clock import day_of
from core.store.casework import Call, Case, Visit
from core.store.people import Account


class TakenByOther(ValueError):
    """Somebody else has this one in hand."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Report:
    """What a worker told, in her words and as understood (core.language)."""

    words: str
    action: str
    findings: tuple[str, ...] = ()
    helps: tuple[dict[str, Any], ...] = ()
    understood: dict[str, Any] | None = None
    cause: str = ""  # of a false alarm: person, matter, data, helped
    distance_m: int | None = None

    @property
    def outcome(self) -> str:
        return outcome_of(self.action, self.findings, self.words, self.cause)


async def take(case: Case, who: Who, *, at: datetime) -> bool:
    """The worker takes it; False when she already had it; raises TakenByOther."""
    if case.worker_id in who.stands_for(day_of(at)):
        return False
    free = case.state in WAITING or (case.worker_id is None and case.state in AFTER_VISIT)
    if not free:
        owner = await Account.get_or_none(id=case.worker_id)
        raise TakenByOther(owner.name if owner else "")
    case.worker = await Account.get(id=who.id)
    await Call.filter(case=case, unit__in=list(who.units(day_of(at))), state="called").update(
        state="accepted", answered_at=at, answered_by_id=who.id, alarm_at=None
    )
    await advance(case, "take" if case.state in WAITING else "change_worker", at=at, by=who.id)
    await tell_everybody(case, at=at)
    return True


async def report(
    case: Case, who: Who, told: Report, *, key: str, at: datetime, also: Sequence[Case] = ()
) -> Visit | None:
    """Keep a confirmed report; None when this very report was kept before.

    A person met moves the case on: conclusion, plan, departments. Nobody at home leaves it where it
    was, with one try more on record. *also*: other matters of this family, seen on the same visit.
    """
    if await Visit.exists(key=key) or case.state not in OPEN:
        return None
    visit = await _keep(case, who, told, key=key, at=at)
    giver = min(who.units(day_of(at)), default="") if told.action != "already_helped" else ""
    await doubles.told_by(case, told.helps, giver, visit.id, key=key, at=at)
    await _one(case, who, told, key=key, at=at)
    for other in also:
        await _keep(await hold(other), who, told, key=f"{key}:{other.id}", at=at)
        await _one(other, who, told, key=f"{key}:{other.id}", at=at)
    return visit


async def _keep(case: Case, who: Who, told: Report, *, key: str, at: datetime) -> Visit:
    return await Visit.create(
        case=case,
        account_id=who.id,
        at=at,
        outcome=told.outcome,
        words=told.words,
        understood=told.understood or {},
        distance_m=told.distance_m,
        key=key[:64],
    )


async def _one(case: Case, who: Who, told: Report, *, key: str, at: datetime) -> None:
    if case.state in WAITING:
        await take(case, who, at=at)
    understood = told.understood or {}
    await promises.keep(case, who, understood, told.words, key=key[:50], at=at)
    await same_look.tick(case, who, told.outcome, at=at)
    await _move_on(case, who, told, at=at)
    if case.state in OPEN:
        await _call_more(case, who, understood.get("departments", ()), at=at)
    await tell_everybody(case, at=at)


async def _move_on(case: Case, who: Who, told: Report, *, at: datetime) -> None:
    outcome = told.outcome
    detail = {"action": outcome, "findings": list(told.findings)}
    if outcome in (FALSE_ALARM, WRONG_PERSON):
        await _conclude_false_alarm(case, who, told, at=at)
    elif not moves_on(outcome, red=case.colour == "红"):
        await advance(case, "tried_visit", at=at, by=who.id, detail=detail)
        await _ask_office(case, outcome, at=at)
    elif case.state in (*BEFORE_VISIT, "visited"):
        first = "visit" if case.state in BEFORE_VISIT else "visit_again"
        await advance(case, first, at=at, by=who.id, detail=detail)
        case.verdict = verdict_of(told)
        await advance(case, "conclude", at=at, by=who.id, detail={"verdict": case.verdict})
        await make_plan(case, at=at, by=who.id, findings=told.findings, words=told.words)
    else:
        await advance(case, "visit_again", at=at, by=who.id, detail=detail)
        await seen_again(case, who, told.findings, told.words, at=at)


async def _conclude_false_alarm(case: Case, who: Who, told: Report, *, at: datetime) -> None:
    """A false alarm needs its cause; without one it is only noted, and the question stays."""
    if case.state in BEFORE_VISIT:
        await advance(case, "visit", at=at, by=who.id, detail={"action": told.action})
    case.verdict = FALSE_ALARM
    if told.cause and allowed(case.state, FALSE_ALARM):
        await advance(case, "false_alarm", at=at, by=who.id, detail={"cause": told.cause})
    else:
        await advance(case, "note", at=at, by=who.id, detail={"verdict": FALSE_ALARM})


def verdict_of(told: Report) -> str:
    """属实, or 部分 when what was found differs from what the data said."""
    return "partly" if "found_job" in told.findings or told.action == "already_helped" else "true"


async def _ask_office(case: Case, outcome: str, *, at: datetime) -> None:
    """Moved, dead, or not met for the third time: the town's office is asked to help."""
    notice = OFFICE_HELPS.get(outcome)
    if notice is None:
        limit = here().standards(day_of(at)).integer("tries_until_lost")
        tries = await _tries(case)
        notice = "office.lost" if tries and tries % limit == 0 else None
    if notice:
        await _tell_offices(case, notice, at=at)


async def _tries(case: Case) -> int:
    """How often in a row nobody was met."""
    count = 0
    for visit in await Visit.filter(case=case).order_by("-id"):
        if moves_on(visit.outcome, red=False):
            break
        count += 1
    return count


async def _call_more(case: Case, who: Who, names: Sequence[str], *, at: datetime) -> None:
    """Departments the worker asks for are called too, each with its own clock."""
    called = {call.unit for call in await Call.filter(case=case)}
    new = [unit for unit in dict.fromkeys(named(names, here())) if unit not in called]
    for unit in new:
        await call_unit(case, unit, at=at)
    if new:
        await advance(case, "more_units", at=at, by=who.id, detail={"units": new})


async def hand_over(case: Case, who: Who, *, at: datetime) -> None:
    """The worker cannot go: the town's office arranges somebody; nobody has it until then."""
    if case.state not in OPEN:
        return
    await let_go(case, at=at, by=who.id)
    await _tell_offices(case, "office.arrange", at=at)
    await tell_everybody(case, at=at)


async def _tell_offices(case: Case, notice: str, *, at: datetime) -> None:
    for office in await accounts.with_duty(
        day_of(at), roles=("office",), covering=case.region, line=case.line
    ):
        await outbox.notify(
            office,
            notice,
            dedup=f"{notice}:{case.id}:{case.steps}:{office.id}",
            at=at,
            case=case,
            priority=outbox.SOON,
        )


async def note(case: Case, who: Who, words: str, *, at: datetime) -> None:
    """Keep a remark on a case, open or closed."""
    await advance(case, "note", at=at, by=who.id, detail={"words": words})


def is_open(case: Case) -> bool:
    return case.state in OPEN
