"""Notices that carry one person's own words to another, unchanged."""

from datetime import datetime
from typing import Any

from bot.message import Message
from bot.messages import writing
from core.access import Who
from core.store.mail import Outbox
from core.store.people import Account


async def asks_for_person(row: Outbox, who: Who, now: datetime) -> Message | None:
    """A resident turns to a worker; None once he took his words back."""
    about, resident = await _from(row)
    return writing.turns_to(resident.name, resident.id, about, who.lang) if about else None


async def word(row: Outbox, who: Who, now: datetime) -> Message | None:
    """A worker answers a resident, or he answers back."""
    about, writer = await _from(row)
    return writing.word(writer.name, writer.id, about["words"], who.lang) if about else None


async def _from(row: Outbox) -> tuple[dict[str, Any], Account]:
    about: dict[str, Any] = row.body or {}
    if not about.get("words"):
        return {}, Account()
    return about, await Account.get(id=about["from"])


WORDINGS = {"worker.resident": asks_for_person, "resident.word": word}
