"""Who may tell us events: each platform has a secret of its own and signs every request with it.

The signature is HMAC-SHA256 over "timestamp.body", in hex; the timestamp may be five minutes off. What
is played back later within that time is the same events again, and they count once.
"""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from core import audit
from core.problems import Problem
from core.store.sensing import SensorSource

SKEW = timedelta(minutes=5)


class NoSuchSource(Problem, LookupError):
    """Nobody by this name may send events."""


class NotSigned(PermissionError):
    """Not signed by a source we know, or too long ago: we do not say which."""


def sign(secret: str, timestamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()


async def admit(name: str, *, at: datetime) -> str:
    """A new source, or a new secret for an old one; the secret is shown this once."""
    secret = secrets.token_urlsafe(32)
    await SensorSource.update_or_create(
        name=name, defaults={"secret": secret, "active": True, "made_at": at}
    )
    await audit.record("operator", "admit_sensors", name, at=at)
    return secret


async def shut_out(name: str, *, at: datetime) -> None:
    """Nothing is taken from this source any more, from this moment."""
    if not await SensorSource.filter(name=name).update(active=False):
        raise NoSuchSource(f"没有叫 {name} 的来源。用 jpf sensor list 看看有哪些。")
    await audit.record("operator", "shut_out_sensors", name, at=at)


async def check(name: str, timestamp: str, signature: str, body: bytes, *, now: datetime) -> None:
    """Whether *body* was signed by the active source *name* just now; else NotSigned."""
    source = await SensorSource.get_or_none(name=name, active=True)
    secret = str(source.secret) if source else secrets.token_urlsafe(32)
    right = hmac.compare_digest(sign(secret, timestamp, body), signature.lower())
    if source is None or not right or not _just_now(timestamp, now):
        raise NotSigned


def _just_now(timestamp: str, now: datetime) -> bool:
    return timestamp.isdigit() and abs(now.timestamp() - int(timestamp)) <= SKEW.total_seconds()
