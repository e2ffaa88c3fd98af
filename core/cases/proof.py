"""Later data decides: it closes a case as helped, withdraws it, or wakes it up again."""

from collections.abc import Sequence
from datetime import datetime

from core import outbox
from core.access import Who
from core.cases.calls import owner_of, tell_everybody
from core.cases.doubles import provable
from core.cases.needs import needs, note
from core.cases.opening import call_again, push
from core.cases.proving import wait_for_proof
from core.cases.states import AFTER_VISIT, BEFORE_VISIT, SHUT, advance, hold
from core.city import here
from core.store.casework import Case


async def settle(case: Case, *, still_true: bool | None, proven: bool | None, at: datetime) -> str:
    """What the night's data means for this case; returns what happened, "" for nothing.

    *still_true*: the condition that opened it; *proven*: the success its monitor names. Unknown
    changes nothing. A case nobody has visited is withdrawn quietly when its reason is gone; once
    somebody was there it waits for proof.
    """
    await hold(case)
    if proven and case.state in AFTER_VISIT:
        await advance(case, "helped", at=at)
        await _tell_result(case, at=at)
        return "helped"
    if proven and case.state in BEFORE_VISIT and not case.evidence["brief"]["visit_within"]:
        await advance(case, "mended", at=at)
        await tell_everybody(case, at=at)
        return "mended"
    if still_true is False and case.state in BEFORE_VISIT:
        await advance(case, "withdraw", at=at)
        await outbox.cancel(case)
        await tell_everybody(case, at=at)
        return "withdrawn"
    if still_true is False and case.state in AFTER_VISIT and case.state != "proving":
        await wait_for_proof(case, at=at)
        await tell_everybody(case, at=at)
        return "proving"
    return ""


async def seen_again(
    case: Case, who: Who, findings: Sequence[str], words: str, *, at: datetime
) -> None:
    """A later visit found nothing left to do where no data can tell: that closes it as helped."""
    note(case, findings, words)
    await case.save(update_fields=["evidence"])
    if case.state == "proving" and not set(findings) & set(needs()) and not await provable(case):
        await advance(case, "helped", at=at, by=who.id, detail={"by": "visit"})
        await _tell_result(case, at=at)


async def flare_up(case: Case, *, at: datetime) -> None:
    """The same need is back: the closed case reopens with its history, everybody is asked again."""
    await hold(case)
    if case.state in SHUT:
        await call_again(case, here(), at=at)
        await push(case, at=at)
        await tell_everybody(case, at=at)


async def _tell_result(case: Case, *, at: datetime) -> None:
    await tell_everybody(case, at=at)
    owner = await owner_of(case, at)
    if owner:
        await outbox.notify(
            owner, "worker.done", dedup=f"done:{case.id}:{case.steps}", at=at, case=case
        )
