"""Leave a message for somebody: it is written with the change that caused it, and sent later.

A *notice* names who words the message when it is sent (bot/messages); what it is about travels as
ids. The dedup key says what must happen once: writing it a second time changes nothing.
"""

from datetime import datetime, time
from typing import Any

from core import accounts
from core.calendar import quiet_until
from core.city import Standards, here
from core.city.standards import NotInForce
from core.clock import day_of
from core.store.casework import Case
from core.store.mail import Outbox
from core.store.people import Account

RED, SOON, CALM, DIGEST, ANSWER = 1, 3, 5, 7, 0  # priorities: an answer to somebody waiting first
WORDS = "words"  # the notice whose words were chosen already


async def notify(
    to: Account,
    notice: str,
    *,
    dedup: str,
    at: datetime,
    case: Case | None = None,
    about: dict[str, Any] | None = None,
    priority: int = CALM,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    live: str = "",
) -> bool:
    """Leave *notice* for an account; False when this very message was left before.

    What does not say when it may go waits for the end of the quiet hours, unless it is red or only
    brings a message up to date that is on the phone already.
    """
    if await Outbox.exists(dedup=dedup):
        return False
    if not_before is None and priority != RED and not (case and case.colour == "红"):
        not_before = at if await _on_phone(to, live) else quiet_over(at)
    message = Outbox(
        dedup=dedup,
        account_id=to.id,
        case_id=case.id if case else None,
        notice=notice,
        body=about,
        live=live,
        lane=f"case:{case.id}" if case else f"notice:{dedup}",
        priority=priority,
        created_at=at,
        not_before=not_before or at,
        expires_at=expires_at,
    )
    await Outbox.bulk_create([message], ignore_conflicts=True)  # another process may be quicker
    return True


async def _on_phone(to: Account, live: str) -> bool:
    """Whether this only edits a message that was shown before: nothing rings."""
    return bool(live) and await Outbox.exists(account=to, live=live, state="sent")


async def answer(
    to_id: int | None,
    body: dict[str, Any],
    *,
    dedup: str,
    at: datetime,
    channel: str,
    chat: str,
    case_id: int | None = None,
    live: str = "",
    cause: int | None = None,
) -> None:
    """Leave an answer, already worded, in the chat where somebody waits for it."""
    await Outbox.create(
        dedup=dedup,
        account_id=to_id,
        case_id=case_id,
        channel=channel,
        chat=chat,
        notice=WORDS,
        body=body,
        live=live,
        lane=f"talk:{channel}:{chat}",
        priority=ANSWER,
        created_at=at,
        not_before=at,
        cause=cause,
    )


async def cancel(case: Case, notice: str | None = None) -> int:
    """Take back what was not sent yet for a case; what is under way stays."""
    waiting = Outbox.filter(case=case, state__in=("pending", "held"))
    if notice:
        waiting = waiting.filter(notice=notice)
    return await waiting.update(state="cancelled")


async def fall_back(row: Outbox, *, at: datetime) -> None:
    """Somebody cannot be reached: the office and the supervisors of the place are told instead."""
    case = row.case
    if case is None:
        return
    for account in await accounts.with_duty(
        at.date(), roles=("office", "supervisor"), covering=case.region, line=case.line
    ):
        if account.id != row.account_id:
            await notify(
                account,
                "office.unreachable",
                dedup=f"unreachable:{row.id}:{account.id}",
                at=at,
                case=case,
                priority=SOON,
            )


def quiet_over(at: datetime) -> datetime:
    """*at*, or when the quiet hours of this city it falls into are over."""
    try:
        return polite_time(at, here().standards(day_of(at)), red=False)
    except NotInForce:
        return at


def polite_time(at: datetime, standards: Standards, *, red: bool) -> datetime:
    """Now for red; otherwise after the quiet hours of the city."""
    if red:
        return at
    return quiet_until(at, _clock(standards["quiet_start"]), _clock(standards["quiet_end"]))


def _clock(text: str) -> time:
    return time.fromisoformat(text)
