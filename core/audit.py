"""The trail: who saw or did what, when, why. Append-only and chained, so an edit shows.

Each entry's hash covers the entry and the hash before it. Entries carry ids of ours only, never
a name, an ID number or words of a family.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from core.store.database import raw
from core.store.trail import Audit

START = "0" * 64


@dataclass(frozen=True)
class Broken:
    """The first place where the trail does not hold."""

    seq: int
    why: str


async def record(who: str, what: str, about: str, *, at: datetime, why: str = "") -> None:
    """Append one entry, inside the caller's transaction."""
    last = (await raw("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")) or [
        {"seq": 0, "hash": START}
    ]
    seq = last[0]["seq"] + 1
    moment = at.astimezone(UTC).replace(microsecond=0)
    digest = _hash(last[0]["hash"], seq, moment, who, what, about, why)
    await Audit.create(seq=seq, at=moment, who=who, what=what, about=about, why=why, hash=digest)


async def verify() -> Broken | None:
    """Walk the whole trail; None when every entry follows from the one before."""
    before, expected = START, 1
    async for entry in Audit.all().order_by("seq"):
        if entry.seq != expected:
            return Broken(expected, f"第 {expected} 条不见了")
        digest = _hash(before, entry.seq, entry.at, entry.who, entry.what, entry.about, entry.why)
        if digest != entry.hash:
            return Broken(entry.seq, f"第 {entry.seq} 条被改动过")
        before, expected = entry.hash, expected + 1
    return None


async def anchor() -> tuple[int, str]:
    """Where the trail ends now: its length and last hash, to be kept outside the database."""
    last = await Audit.all().order_by("-seq").first()
    return (last.seq, last.hash) if last else (0, START)


def _hash(before: str, seq: int, at: datetime, who: str, what: str, about: str, why: str) -> str:
    moment = at.astimezone(UTC).replace(microsecond=0).isoformat()
    text = json.dumps([before, seq, moment, who, what, about, why], ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
