"""The book of one class: which batches were taken, which files hold them.

A batch exists once its line stands in the ledger; the ledger is replaced in one step, so a crash
before that leaves nothing and a crash after it leaves everything.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

LEDGER = "ledger.json"
FEW = 20  # rows; of fewer, a share means nothing
LOST = 20  # per cent


@dataclass(frozen=True, kw_only=True)
class BatchInfo:
    """One delivery that was taken: what it was, what came of it.

    *rows* were stored; *unchanged* said nothing new; *rejected* went back to the department.
    *whole* tells a delivery that listed the whole registry, so that the next can be measured.
    """

    class_id: str
    seq: int
    sha: str
    observed: date
    rows: int
    unchanged: int = 0
    rejected: int = 0
    whole: bool = False
    name: str = ""

    @property
    def delivered(self) -> int:
        return self.rows + self.unchanged + self.rejected

    @property
    def complete(self) -> bool:
        """Whether it may speak for what it does not mention: not when a fifth of it went back."""
        return self.delivered < FEW or 100 * self.rejected <= LOST * self.delivered


@dataclass(frozen=True, kw_only=True)
class FileInfo:
    """One Parquet file: the observed days it spans, how many rows repeat an earlier record.

    *named*: rows that tell who their person is by something else than the mark (core.matching).
    """

    name: str
    rows: int
    first: date
    last: date
    again: int
    named: int = 0


@dataclass(frozen=True, kw_only=True)
class Tombstone:
    """Rows were taken out for good: on which day, whose or which, how many, why. No content stays."""

    day: date
    subject: str
    rows: int
    why: str


@dataclass
class Ledger:
    """All batches and files of one class, in the order they were taken."""

    class_id: str
    batches: list[BatchInfo] = field(default_factory=list)
    files: list[FileInfo] = field(default_factory=list)
    retired: dict[str, int] = field(default_factory=dict)  # replaced file -> seq at that time
    tombstones: list[Tombstone] = field(default_factory=list)

    def repeats(self, sha: str, observed: date) -> BatchInfo | None:
        """The batch that makes another delivery of the same content pointless; None if it counts.

        On a later day the newest content again, or an empty delivery, says "still so": it counts.
        Content that has been overtaken since says nothing.
        """
        known = [b for b in self.batches if b.sha == sha]
        if not known:
            return None
        newest = max(self.batches, key=lambda b: (b.observed, b.seq))
        still_so = newest.sha == sha or known[-1].delivered == 0
        return None if still_so and observed > newest.observed else known[-1]

    def last_delivery(self, at: date | None = None) -> date | None:
        """The newest observed day, of those up to *at*."""
        days = [b.observed for b in self.batches if at is None or b.observed <= at]
        return max(days, default=None)

    def last_complete(self, at: date) -> date | None:
        """The same, of deliveries that may speak for what they do not mention."""
        days = [b.observed for b in self.batches if b.complete and b.observed <= at]
        return max(days, default=None)

    def files_at(self, at: date) -> list[FileInfo]:
        return [f for f in self.files if f.first <= at]

    @property
    def next_seq(self) -> int:
        return max((b.seq for b in self.batches), default=0) + 1


def load(folder: Path) -> Ledger:
    """The ledger of a class folder; empty when nothing was ever delivered."""
    path = folder / LEDGER
    if not path.exists():
        return Ledger(folder.name)
    raw = json.loads(path.read_text("utf-8"))
    return Ledger(
        folder.name,
        [BatchInfo(class_id=folder.name, **_dates(b, "observed")) for b in raw["batches"]],
        [FileInfo(**_dates(f, "first", "last")) for f in raw["files"]],
        raw["retired"],
        [Tombstone(**_dates(t, "day")) for t in raw.get("tombstones", [])],
    )


_KNOWN: dict[Path, tuple[tuple[int, int, int], Ledger]] = {}


def known(folder: Path) -> Ledger:
    """The ledger of a class folder for readers, who change nothing in it: read once until replaced."""
    path = folder / LEDGER
    try:
        state = path.stat()
    except FileNotFoundError:
        return Ledger(folder.name)
    stamp = (state.st_ino, state.st_mtime_ns, state.st_size)
    if folder not in _KNOWN or _KNOWN[folder][0] != stamp:
        _KNOWN[folder] = stamp, load(folder)
    return _KNOWN[folder][1]


def save(folder: Path, ledger: Ledger) -> None:
    """Replace the ledger of a class in one step, safe against a power cut."""
    raw = {
        "batches": [{k: v for k, v in vars(b).items() if k != "class_id"} for b in ledger.batches],
        "files": [vars(f) for f in ledger.files],
        "retired": ledger.retired,
        "tombstones": [vars(t) for t in ledger.tombstones],
    }
    text = json.dumps(raw, ensure_ascii=False, default=str, separators=(",", ":"))
    tmp = folder / f"{LEDGER}.tmp"
    with tmp.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    tmp.replace(folder / LEDGER)
    sync([folder])


def sync(paths: Iterable[Path]) -> None:
    """Force files and folders onto the disk."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _dates(raw: dict[str, Any], *names: str) -> dict[str, Any]:
    return {**raw, **{name: date.fromisoformat(raw[name]) for name in names}}
