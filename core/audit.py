"""The trail: who saw or did what, when, why. Append-only and chained, so an edit shows.

Each entry's hash covers the entry and the hash before it. Entries carry ids of ours only, never
a name, an ID number or words of a family. The database refuses changes (core.store.guards); who
takes that guard away and computes the whole chain anew is still found out by an *anchor*: the
trail's length and last hash, printed daily and kept outside the database.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from core.clock import at_time
from core.problems import Problem
from core.store.database import atomically, dialect, raw
from core.store.trail import Audit

START = "0" * 64
PAGE = 2000
SHORT = 12  # hex digits that are enough to be written on paper
LOCK = 20220518  # one writer of the trail at a time on PostgreSQL; SQLite has one anyway


@dataclass(frozen=True)
class Broken:
    """The first place where the trail does not hold."""

    seq: int
    why: str


@dataclass(frozen=True)
class Entry:
    """One entry as it is stored."""

    seq: int
    at: datetime
    who: str
    what: str
    about: str
    why: str
    hash: str


class BadAnchor(Problem, ValueError):
    """An anchor nobody can read."""


class Chain:
    """Walks entries in order and remembers where the trail stands."""

    def __init__(self) -> None:
        self.length, self.last = 0, START
        self.broken: Broken | None = None

    def take(self, entry: Entry) -> Broken | None:
        """Add the next entry; says whether it follows from the one before."""
        expected = self.length + 1
        if entry.seq != expected:
            self.broken = self.broken or Broken(expected, f"第 {expected} 条不见了")
        elif entry.hash != _hash(self.last, entry):
            self.broken = self.broken or Broken(entry.seq, f"第 {entry.seq} 条被改动过")
        self.length, self.last = entry.seq, entry.hash
        return self.broken


async def record(who: str, what: str, about: str, *, at: datetime, why: str = "") -> int:
    """Append one entry, inside the caller's transaction if there is one; its number."""
    return await atomically(lambda: _append(who, what, about, at, why))


async def _append(who: str, what: str, about: str, at: datetime, why: str) -> int:
    if dialect() == "postgres":
        await raw("SELECT pg_advisory_xact_lock(?)", [LOCK])
    last = await raw("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
    seq, before = (last[0]["seq"] + 1, last[0]["hash"]) if last else (1, START)
    moment = at.astimezone(UTC).replace(microsecond=0)
    digest = _hash(before, Entry(seq, moment, who, what, about, why, ""))
    await Audit.create(seq=seq, at=moment, who=who, what=what, about=about, why=why, hash=digest)
    return int(seq)


async def verify(known: str = "") -> Broken | None:
    """Walk the whole trail; None when every entry follows from the one before.

    *known* is an anchor written down earlier ("length:hash"): the trail must still pass through it.
    """
    wanted = read_anchor(known) if known else None
    chain = Chain()
    async for entry in entries():
        if chain.take(entry):
            return chain.broken
        if wanted and entry.seq == wanted[0] and not entry.hash.startswith(wanted[1]):
            return Broken(entry.seq, f"第 {entry.seq} 条和留底的锚点对不上，之前的记录被整段改写过")
    if wanted and chain.length < wanted[0]:
        return Broken(chain.length + 1, f"留底时有 {wanted[0]} 条，现在只有 {chain.length} 条")
    return None


async def entries(
    *, who: str = "", about: str = "", day: date | None = None, what: str = ""
) -> AsyncIterator[Entry]:
    """The entries in order, page by page; narrowed to a person, a thing, a day in Shanghai."""
    query = Audit.all().order_by("seq").limit(PAGE)
    for name, value in (("who", who), ("about", about), ("what", what)):
        if value:
            query = query.filter(**{name: value})
    if day:
        query = query.filter(at__gte=at_time(day, 0), at__lt=at_time(day + timedelta(days=1), 0))
    last = 0
    columns = ("seq", "at", "who", "what", "about", "why", "hash")
    while page := await query.filter(seq__gt=last).values_list(*columns):
        for row in page:
            yield Entry(*row)
        last = page[-1][0]


async def anchor() -> tuple[int, str]:
    """Where the trail ends now: its length and last hash, to be kept outside the database."""
    last = await Audit.all().order_by("-seq").first()
    return (last.seq, last.hash) if last else (0, START)


def anchor_words(length: int, last: str) -> str:
    """An anchor as it is printed: short enough for paper, long enough to be unforgeable."""
    return f"{length}:{last[:SHORT]}"


def read_anchor(text: str) -> tuple[int, str]:
    """The length and (the beginning of) the hash; raises BadAnchor."""
    length, _, digest = text.strip().lower().partition(":")
    if not length.isdigit() or len(digest) < SHORT or set(digest) - set("0123456789abcdef"):
        raise BadAnchor(f"“{text}” 不是锚点。请照留底的写，像 1234:3f9ab0c1d2e4 这样。")
    return int(length), digest


def _hash(before: str, entry: Entry) -> str:
    moment = entry.at.astimezone(UTC).replace(microsecond=0).isoformat()
    content = [before, entry.seq, moment, entry.who, entry.what, entry.about, entry.why]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
