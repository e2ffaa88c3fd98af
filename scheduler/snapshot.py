"""What sensors need to know of people and homes, kept from the last look at everybody.

Where somebody lives, whether he is away, at high risk, alone: so that an alarm is judged in
milliseconds, not after a calculation of the whole family. Marks and codes only, no names.
"""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from core.variables import Features

PERSONS = (
    "person", "household", "member", "patrol_excused_week", "in_hospital", "in_institution",
    "special_risk",
)  # fmt: skip
HOMES = ("household", "region", "power_cut", "gas_alarm", "elder_alone")


@dataclass(frozen=True)
class Snapshot:
    """*persons* and *households* with just these columns."""

    persons: pl.DataFrame
    households: pl.DataFrame

    def of(self, people: set[str], homes: set[str]) -> "Snapshot":
        """Of these people and homes, and of everybody who lives with them."""
        live = self.persons.filter(pl.col("person").is_in(list(people)))["household"]
        near = pl.Series([*homes, *live.drop_nulls()], dtype=pl.String).unique().implode()
        there = pl.col("household").is_in(near)
        return Snapshot(self.persons.filter(there), self.households.filter(there))


class Shelf:
    """The snapshot of one installation on disk; read once until it is replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: tuple[float, Snapshot] | None = None

    def keep(self, found: Features) -> None:
        """Replace it; what was read before stays whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, frame, columns in (
            ("persons", found.persons, PERSONS),
            ("households", found.households, HOMES),
        ):
            half = self.folder / f"{name}.half"
            frame.select(columns).sort("household").write_parquet(half, compression="zstd")
            half.replace(self.folder / f"{name}.parquet")

    def read(self) -> Snapshot | None:
        """The newest one; None before the first look at everybody."""
        files = [self.folder / f"{name}.parquet" for name in ("persons", "households")]
        if not all(path.exists() for path in files):
            return None
        stamp = max(path.stat().st_mtime for path in files)
        if self._seen is None or self._seen[0] != stamp:
            self._seen = stamp, Snapshot(*(pl.read_parquet(path) for path in files))
        return self._seen[1]

    def forget(self) -> None:
        """Somebody is to be forgotten: the next look at everybody makes it anew."""
        for path in self.folder.glob("*.parquet"):
            path.unlink()


def shelf_of(home: Path) -> Shelf:
    return _SHELVES.setdefault(home, Shelf(home / "watched"))


_SHELVES: dict[Path, Shelf] = {}
