"""To the duty desk and away from it: a one-time link, a session bound to one account.

The link lives five minutes and opens once; the session lives until night. Of both only hashes are
kept. Whoever sits at the desk has the rights of his duties at every single request: an account
revoked in between sees nothing more.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core import accounts, audit
from core.access import RIGHTS, NotAllowed, Who
from core.city import Standards
from core.clock import at_time, day_of
from core.store.database import atomically
from core.store.desk import DeskLink, DeskSession
from core.store.people import Account

LINK_LIVES = timedelta(minutes=5)
AT_LEAST = timedelta(minutes=30)
FORGET_AFTER = timedelta(days=7)


class BadLink(ValueError):
    """This link was used, is out of date, or never was."""


@dataclass(frozen=True)
class Seat:
    """Somebody at the desk: who, until when, and the word his forms must carry."""

    who: Who
    ends_at: datetime
    csrf: str


def may_sit(who: Who, on: date) -> bool:
    """Whether one of the duties opens the desk."""
    return any("use_desk" in RIGHTS.get(d.role, ()) for d in who.duties if d.holds(on))


async def link(who: Who, *, at: datetime) -> str:
    """The secret part of a new link; raises NotAllowed."""
    if not may_sit(who, day_of(at)):
        raise NotAllowed
    secret = secrets.token_urlsafe(32)
    await DeskLink.filter(expires_at__lt=at - FORGET_AFTER).delete()
    await DeskLink.create(account_id=who.id, token_hash=_hash(secret), expires_at=at + LINK_LIVES)
    await audit.record(who.handle, "desk_link", "desk", at=at)
    return secret


async def enter(secret: str, standards: Callable[[date], Standards], *, at: datetime) -> str:
    """Use a link up: the secret of a session, for a cookie; raises BadLink."""
    return await atomically(lambda: _enter(secret, standards, at))


async def _enter(secret: str, standards: Callable[[date], Standards], at: datetime) -> str:
    found = await DeskLink.get_or_none(token_hash=_hash(secret))
    if found is None or found.expires_at < at:
        raise BadLink
    if not await DeskLink.filter(id=found.id, used_at=None).update(used_at=at):
        raise BadLink
    account = await Account.get(id=found.account_id)
    if not may_sit(await accounts.who(account), day_of(at)):
        raise BadLink
    cookie = secrets.token_urlsafe(32)
    await DeskSession.filter(ends_at__lt=at).delete()
    await DeskSession.create(
        account=account, token_hash=_hash(cookie), began_at=at, ends_at=night(at, standards)
    )
    await audit.record(account.handle, "desk_enter", "desk", at=at)
    return cookie


async def seated(cookie: str, *, at: datetime) -> Seat | None:
    """Who sits there now; None for a stranger, after night, after leaving, after a revocation."""
    if not cookie:
        return None
    found = await DeskSession.get_or_none(token_hash=_hash(cookie)).prefetch_related("account")
    if found is None or found.ends_at <= at:
        return None
    who = await accounts.who(found.account)
    return Seat(who, found.ends_at, _csrf(cookie)) if may_sit(who, day_of(at)) else None


async def leave(cookie: str, *, at: datetime) -> None:
    """Sign out; the cookie is worth nothing from now on."""

    async def work() -> None:
        found = await DeskSession.get_or_none(token_hash=_hash(cookie)).prefetch_related("account")
        if found is not None:
            await found.delete()
            await audit.record(found.account.handle, "desk_leave", "desk", at=at)

    await atomically(work)


def night(at: datetime, standards: Callable[[date], Standards]) -> datetime:
    """When a session begun now ends: at the next beginning or end of the quiet hours."""
    day = day_of(at)
    edges = [
        at_time(d, edge.hour, edge.minute)
        for d in (day, day + timedelta(days=1))
        for edge in (time.fromisoformat(standards(d)[f"quiet_{end}"]) for end in ("end", "start"))
    ]
    return next(edge for edge in edges if edge >= at + AT_LEAST)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _csrf(cookie: str) -> str:
    """Only who holds the cookie can know it; it is not the cookie."""
    return hmac.new(cookie.encode(), b"desk form", "sha256").hexdigest()


def same(given: str, expected: str) -> bool:
    """Equal, in constant time."""
    return hmac.compare_digest(given.encode(), expected.encode())
