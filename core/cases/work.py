"""A grid worker takes a matter, goes there, and tells what she found.

Receiving is not visiting, and a tap is not a visit: a visit exists when it was told in words and
the teller has confirmed how we understood them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import accounts, outbox
from core.access import Who
from core.cases.calls import tell_everybody
from core.cases.planning import make_plan
from core.cases.states import BEFORE_VISIT, OPEN, WAITING, advance
from core.store.casework import Call, Case, Help, Visit
from core.store.people import Account

MET = ("visited", "already_helped")
FALSE_ALARM = "false_alarm"


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


async def take(case: Case, who: Who, *, at: datetime) -> bool:
    """The worker takes it; False when she already had it; raises TakenByOther."""
    if case.worker_id == who.id:
        return False
    if case.state not in WAITING:
        owner = await Account.get_or_none(id=case.worker_id)
        raise TakenByOther(owner.name if owner else "")
    case.worker = await Account.get(id=who.id)
    await Call.filter(case=case, unit__in=list(who.units(at.date())), state="called").update(
        state="accepted", answered_at=at, answered_by_id=who.id
    )
    await advance(case, "take", at=at, by=who.id)
    await tell_everybody(case, at=at)
    return True


async def report(case: Case, who: Who, told: Report, *, key: str, at: datetime) -> Visit | None:
    """Keep a confirmed report; None when this very report was kept before.

    A person met moves the case on: conclusion, plan, departments. Nobody at home leaves it where it
    was, with one try more on record.
    """
    if await Visit.exists(key=key):
        return None
    visit = await Visit.create(
        case=case,
        account_id=who.id,
        at=at,
        outcome=told.action,
        words=told.words,
        understood=told.understood or {},
        distance_m=told.distance_m,
        key=key,
    )
    if case.state in WAITING:
        await take(case, who, at=at)
    await _keep_helps(case, told, key=key, at=at)
    await _move_on(case, who, told, at=at)
    await tell_everybody(case, at=at)
    return visit


async def _move_on(case: Case, who: Who, told: Report, *, at: datetime) -> None:
    detail = {"action": told.action, "findings": list(told.findings)}
    if told.action == FALSE_ALARM:
        await _conclude_false_alarm(case, who, told, at=at)
    elif told.action not in MET:
        await advance(case, "tried_visit", at=at, by=who.id, detail=detail)
    elif case.state in BEFORE_VISIT:
        await advance(case, "visit", at=at, by=who.id, detail=detail)
        case.verdict = verdict_of(told)
        await advance(case, "conclude", at=at, by=who.id, detail={"verdict": case.verdict})
        await make_plan(case, at=at, by=who.id)
    else:
        await advance(case, "visit_again", at=at, by=who.id, detail=detail)


async def _conclude_false_alarm(case: Case, who: Who, told: Report, *, at: datetime) -> None:
    """A false alarm needs its cause; without one it is only noted, and the question stays."""
    if case.state in BEFORE_VISIT:
        await advance(case, "visit", at=at, by=who.id, detail={"action": told.action})
    case.verdict = FALSE_ALARM
    if told.cause:
        await advance(case, "false_alarm", at=at, by=who.id, detail={"cause": told.cause})
    else:
        await advance(case, "note", at=at, by=who.id, detail={"verdict": FALSE_ALARM})


def verdict_of(told: Report) -> str:
    """属实, or 部分 when what was found differs from what the data said."""
    return "partly" if "found_job" in told.findings or told.action == "already_helped" else "true"


async def _keep_helps(case: Case, told: Report, *, key: str, at: datetime) -> None:
    for number, given in enumerate(told.helps):
        amount = given.get("amount_yuan")
        await Help.create(
            case=case,
            at=at,
            kind=str(given.get("kind", "other"))[:24],
            item=str(given.get("item", ""))[:64],
            quantity=_whole(given.get("quantity")),
            unit=str(given.get("unit") or "")[:16],
            amount_fen=None if amount is None else round(float(amount) * 100),
            key=f"{key}:{number}",
        )


def _whole(number: Any) -> int | None:
    return int(number) if isinstance(number, int | float) else None


async def hand_over(case: Case, who: Who, *, at: datetime) -> None:
    """The worker cannot go: the town's office arranges somebody; nobody has it until then."""
    case.worker = None
    await advance(case, "hand_over", at=at, by=who.id)
    for office in await accounts.with_duty(at.date(), roles=("office",), covering=case.region):
        await outbox.notify(
            office,
            "office.arrange",
            dedup=f"arrange:{case.id}:{case.steps}:{office.id}",
            at=at,
            case=case,
            priority=outbox.SOON,
        )
    await tell_everybody(case, at=at)


async def note(case: Case, who: Who, words: str, *, at: datetime) -> None:
    """Keep a remark on a case, open or closed."""
    await advance(case, "note", at=at, by=who.id, detail={"words": words})


def is_open(case: Case) -> bool:
    return case.state in OPEN
