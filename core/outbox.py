"""Leave a message for somebody: it is written with the change that caused it, and sent later.

A *notice* names who words the message when it is sent (bot/messages); what it is about travels as
ids. The dedup key says what must happen once: writing it a second time changes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import structlog

from core import accounts
from core.calendar import quiet_until
from core.city import Standards, here
from core.city.standards import NotInForce
from core.clock import day_of
from core.store.casework import Case
from core.store.mail import Outbox
from core.store.people import Account
from core.tracing import update_under_way

log = structlog.get_logger()

RED, SOON, CALM, DIGEST, ANSWER = 1, 3, 5, 7, 0  # priorities: an answer to somebody waiting first
WORDS = "words"  # the notice whose words were chosen already


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One notice to one account, as `notify` takes it."""

    to: Account
    notice: str
    dedup: str
    at: datetime
    case: Case | None = None
    about: dict[str, Any] | None = None
    priority: int = CALM
    not_before: datetime | None = None
    expires_at: datetime | None = None
    live: str = ""

    @property
    def may_wait(self) -> bool:
        """Whether it goes when quiet hours are over: it names no time and is not red."""
        red = self.priority == RED or (self.case is not None and self.case.colour == "红")
        return self.not_before is None and not red


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
    letter = Letter(
        to=to, notice=notice, dedup=dedup, at=at, case=case, about=about, priority=priority,
        not_before=not_before, expires_at=expires_at, live=live,
    )  # fmt: skip
    return bool(await leave([letter]))


async def leave(letters: Sequence[Letter]) -> int:
    """Leave many at once, in their order; how many were not left before.

    Asked of the database together: what was left already, what is on which phone.
    """
    if not letters:
        return 0
    asked = Outbox.filter(dedup__in=[one.dedup for one in letters])
    known = {row["dedup"] for row in await asked.values("dedup")}
    new = list({one.dedup: one for one in letters if one.dedup not in known}.values())
    if not new:
        return 0
    for one in new:
        number = one.case.number if one.case else ""
        log.info("message_left", notice=one.notice, case=number, to=one.to.id)
    shown = await _on_phones([one for one in new if one.may_wait and one.live])
    rows = [_row(one, shown) for one in new]
    await Outbox.bulk_create(rows, ignore_conflicts=True)  # another process may be quicker
    return len(new)


async def _on_phones(letters: Sequence[Letter]) -> set[tuple[int, str]]:
    """(account, live) of messages that were shown before: to edit them rings nowhere."""
    if not letters:
        return set()
    rows = Outbox.filter(
        account_id__in={one.to.id for one in letters},
        live__in={one.live for one in letters},
        state="sent",
    )
    return {(row["account_id"], row["live"]) for row in await rows.values("account_id", "live")}


def _row(one: Letter, shown: Collection[tuple[int, str]]) -> Outbox:
    not_before = one.not_before or one.at
    if one.may_wait and (one.to.id, one.live) not in shown:
        not_before = quiet_over(one.at)
    return Outbox(
        dedup=one.dedup,
        account_id=one.to.id,
        case_id=one.case.id if one.case else None,
        notice=one.notice,
        body=one.about,
        live=one.live,
        lane=f"case:{one.case.id}" if one.case else f"notice:{one.dedup}",
        priority=one.priority,
        created_at=one.at,
        not_before=not_before,
        expires_at=one.expires_at,
        cause=update_under_way(),
    )


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
