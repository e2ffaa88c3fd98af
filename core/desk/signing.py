"""What waits for a signature: what the flood brake holds, what the system proposes about a monitor.

Machines suggest, people decide: nothing here happens by itself, however long it waits.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from core.access import Thing, Who, may
from core.city import City
from core.clock import day_of
from core.monitoring.learning import PAUSE
from core.store.monitoring import HeldBatch, Proposal


@dataclass(frozen=True)
class Proposed:
    """Why and what: of *seen* cases only *right* held; to pause the monitor (*column* is ""), or to
    keep it silent where a column has a value: that spares *spared* false ones and misses *missed*."""

    seen: int
    right: int
    column: str = ""
    words: str = ""
    words_en: str = ""
    value: str = ""
    spared: int = 0
    missed: int = 0


@dataclass(frozen=True)
class Waiting:
    """One thing to be decided: findings held back (*count* of them), or a proposal."""

    what: Literal["held", "proposal"]
    id: int
    monitor: str
    title: str
    title_en: str
    since: date
    count: int = 0
    proposed: Proposed | None = None


def may_sign(who: Who, city: City, on: date) -> bool:
    """Monitors watch the whole city: who decides about them answers for all of it."""
    return may(who, "sign", Thing(region=city.code), on)


async def waiting(who: Who, city: City, *, at: datetime) -> list[Waiting]:
    """What *who* may decide and nobody has, the oldest first."""
    held, proposed = await to_sign(who, city, at=at)
    found = [
        Waiting("held", b.id, b.monitor, *_titles(b.usual, b.monitor), b.day, count=b.hits)
        for b in held
    ]
    found += [
        Waiting("proposal", p.id, p.monitor, *_titles(p.figures, p.monitor), day_of(p.made_at),
                proposed=_proposed(p))
        for p in proposed
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.since, one.id))


async def to_sign(who: Who, city: City, *, at: datetime) -> tuple[list[HeldBatch], list[Proposal]]:
    """The same as they are kept; nothing for who may not decide."""
    if not may_sign(who, city, day_of(at)):
        return [], []
    held = HeldBatch.filter(state="held", day__lte=day_of(at)).order_by("day", "id")
    return await held, await Proposal.filter(state="open", made_at__lte=at).order_by("id")


def _proposed(row: Proposal) -> Proposed:
    share, guard = row.figures["precision"], row.figures.get("guard") or {}
    if row.kind == PAUSE or not guard:
        return Proposed(share["n"], share["right"])
    column = guard["column"]
    return Proposed(
        share["n"],
        share["right"],
        column,
        guard.get("words") or column,
        guard.get("words_en") or column,
        guard["value"],
        guard["false_kept_away"],
        guard["right_kept_away"],
    )


def _titles(kept: dict[str, Any], monitor: str) -> tuple[str, str]:
    """The monitor's title in both languages as it was that day."""
    return kept.get("title", monitor), kept.get("title_en", monitor)
