"""Who words which notice about alerts themselves: held, proposed, put off, to be corrected, to relatives."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.message import Message
from bot.messages import watching
from core.access import Thing, Who, may
from core.city import here
from core.clock import day_of
from core.devices import relatives
from core.monitoring import corrections
from core.store.mail import Outbox
from core.store.monitoring import Correction, HeldBatch, Proposal
from core.store.people import Account
from core.takeup import page

Wording = Callable[[Outbox, Who, datetime], Awaitable[Message | None]]


def _manages(who: Who, now: datetime) -> bool:
    return may(who, "manage_monitors", Thing(region=here().code), day_of(now))


async def _flood(row: Outbox, who: Who, now: datetime) -> Message | None:
    batch = await HeldBatch.get_or_none(id=_about(row)["batch"])
    if batch is None or not _manages(who, now):
        return None
    return watching.flood(batch, here(), who.lang)


async def _proposal(row: Outbox, who: Who, now: datetime) -> Message | None:
    found = await Proposal.get_or_none(id=_about(row)["proposal"])
    if found is None or not _manages(who, now):
        return None
    return watching.proposal(found, who.lang)


async def _unplaced(row: Outbox, who: Who, now: datetime) -> Message | None:
    about = _about(row)
    if not may(who, "see_case", Thing(region=about["region"], line=about["line"]), day_of(now)):
        return None
    return watching.unplaced(about["class"], about["region"], here(), who.lang)


async def _correction(row: Outbox, who: Who, now: datetime) -> Message | None:
    found = await Correction.get_or_none(id=_about(row)["correction"]).prefetch_related("case")
    if found is None or not (found.unit in who.units(day_of(now)) or _manages(who, now)):
        return None
    return watching.correction(found, who.lang, now)


async def _which_data(row: Outbox, who: Who, now: datetime) -> Message | None:
    if row.case is None:
        return None
    return watching.which_data(row.case, corrections.classes_of(row.case), who.lang)


async def _relative(row: Outbox, who: Who, now: datetime) -> Message | None:
    """Asked again here: whoever took his consent back since, is not told."""
    case, account = row.case, await Account.get_or_none(id=who.id)
    if case is None or account is None:
        return None
    if not await relatives.may_hear(account, case, day_of(now)):
        return None
    return watching.relative(case, relatives.kind_of(case), case.opened_at, who.lang)


async def _entitled(row: Outbox, who: Who, now: datetime) -> Message | None:
    found = await page(who, row.id, 0, day_of(now))
    return watching.entitled(found, here(), who.lang) if found and found.families else None


def _about(row: Outbox) -> dict[str, Any]:
    return row.body or {}


WORDINGS: dict[str, Wording] = {
    "supervisor.flood": _flood,
    "supervisor.proposal": _proposal,
    "supervisor.unplaced": _unplaced,
    "unit.correction": _correction,
    "worker.which_data": _which_data,
    "worker.entitled": _entitled,
    "family.alarm": _relative,
}
