"""Later data decides: it closes a case as helped, withdraws it, or wakes it up again."""

from datetime import datetime

from core import outbox
from core.cases.calls import tell_everybody
from core.cases.states import AFTER_VISIT, BEFORE_VISIT, SHUT, advance
from core.store.casework import Case
from core.store.people import Account


async def settle(case: Case, *, still_true: bool | None, proven: bool | None, at: datetime) -> str:
    """What the night's data means for this case; returns what happened, "" for nothing.

    *still_true*: the condition that opened it; *proven*: the success its monitor names. Unknown
    changes nothing. A case nobody has visited is withdrawn quietly when its reason is gone; once
    somebody was there it waits for proof.
    """
    if proven and case.state in AFTER_VISIT:
        await advance(case, "helped", at=at)
        await _tell_result(case, at=at)
        return "helped"
    if still_true is False and case.state in BEFORE_VISIT:
        await advance(case, "withdraw", at=at)
        await outbox.cancel(case)
        await tell_everybody(case, at=at)
        return "withdrawn"
    if still_true is False and case.state in AFTER_VISIT and case.state != "proving":
        await advance(case, "await_proof", at=at)
        await tell_everybody(case, at=at)
        return "proving"
    return ""


async def flare_up(case: Case, *, at: datetime) -> None:
    """The same need is back: the closed case reopens with its history."""
    if case.state in SHUT:
        await advance(case, "flare_up", at=at)
        await tell_everybody(case, at=at)


async def _tell_result(case: Case, *, at: datetime) -> None:
    await tell_everybody(case, at=at)
    owner = await Account.get_or_none(id=case.worker_id)
    if owner:
        await outbox.notify(
            owner, "worker.done", dedup=f"done:{case.id}:{case.steps}", at=at, case=case
        )
