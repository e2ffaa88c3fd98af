"""What a day worked out, kept beside the facts: worked out again whenever anything it rests on changes.

facts/matched/<day>-<fingerprint>/   one Parquet file a frame; blind indexes only
"""

import contextlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import polars as pl

from core.city import City
from core.facts.ledger import LEDGER
from core.matching import decisions
from core.matching.homes import HOMES
from core.matching.matching import ALIASES, BORN, Matching
from core.matching.met import MET, Met, as_frame, from_frame
from core.matching.pairs import PAIRS

MOST = 16  # days on the disk
MOVED: dict[str, pl.DataType] = {"class": pl.String()}
FRAMES = {
    "pairs": PAIRS,
    "aliases": ALIASES,
    "born": BORN,
    "homes": HOMES,
    "met": MET,
    "moved": MOVED,
}


@dataclass(frozen=True)
class Known:
    """Who is who on a day, and in which classes it makes a difference: replaced marks (*met*) and
    new numbers of households (*moved*)."""

    matching: Matching
    met: Met
    moved: frozenset[str]


def key(facts_folder: Path, city: City, at: date) -> str:
    """Changes with every delivery, every decision and the city's places."""
    files = [*facts_folder.glob(f"*/{LEDGER}"), decisions.path(facts_folder)]
    seen = sorted((p.parent.name, p.stat().st_mtime_ns, p.stat().st_size) for p in _there(files))
    text = json.dumps([seen, [repr(place) for place in city.places.values()]])
    return f"{at}-{sha256(text.encode()).hexdigest()[:16]}"


def load(facts_folder: Path, name: str) -> Known | None:
    """What was kept under a key; None when nothing was, or it cannot be read any more."""
    folder = facts_folder / decisions.FOLDER / name
    if not folder.exists():
        return None
    try:
        read = {n: pl.read_parquet(folder / f"{n}.parquet").select(*FRAMES[n]) for n in FRAMES}
    except (OSError, pl.exceptions.PolarsError):
        return None
    matching = Matching(read["pairs"], read["aliases"], read["born"], read["homes"])
    moved = frozenset(read["moved"]["class"])
    return Known(matching, from_frame(read["met"], matching.aliases), moved)


def keep(facts_folder: Path, name: str, known: Known) -> None:
    """Write it whole or not at all; a disk that takes nothing is no reason to stop."""
    home = facts_folder / decisions.FOLDER
    part = home / f".{name}"
    frames = _frames(known)
    with contextlib.suppress(OSError):
        part.mkdir(parents=True, exist_ok=True)
        for frame_name, frame in frames.items():
            frame.write_parquet(part / f"{frame_name}.parquet")
        part.replace(home / name)
        _prune(home)


def _frames(known: Known) -> dict[str, pl.DataFrame]:
    matching = known.matching
    return {
        "pairs": matching.pairs,
        "aliases": matching.aliases,
        "born": matching.born,
        "homes": matching.homes,
        "met": as_frame(known.met, matching.aliases),
        "moved": pl.DataFrame({"class": sorted(known.moved)}, schema=MOVED),
    }


def drop(facts_folder: Path) -> None:
    """Forget everything worked out; decisions stay."""
    _remove(_days(facts_folder / decisions.FOLDER))


def _prune(home: Path) -> None:
    days = sorted(_days(home), key=lambda p: p.stat().st_mtime_ns)
    _remove(days[:-MOST])


def _days(home: Path) -> list[Path]:
    return [p for p in home.glob("*") if p.is_dir()]


def _remove(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _there(files: Iterable[Path]) -> list[Path]:
    return [p for p in files if p.exists()]
