"""A town's deliveries as our own intake keeps them, in memory: any day of its years can be seen.

Rows go through the same cleaning, and views through the same matching, as in an installation; only
files and ledgers are left out. So hundreds of days are replayed in minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import cast

import polars as pl
from polars import LazyFrame, col

from core.city import City
from core.city.regions import Regions
from core.facts.asof import SHOWN, StoreView, stale_from
from core.facts.ledger import BatchInfo
from core.facts.parts import NAMED
from core.facts.record import WHO
from core.intake.clean import Cleaner
from core.intake.header import read_header
from core.matching.births import BIRTHS
from core.matching.decisions import SCHEMA
from core.matching.keys import REGISTER
from core.matching.matching import Matching, match
from core.matching.view import MatchedView
from core.privacy.vault import Vault
from core.sources import sources
from demo.town.feed import OBSERVED
from demo.town.world import World
from demo.town.writing import empty_days

BESIDE = (OBSERVED, "wrong", "suffix")
NO_DECISIONS = pl.DataFrame(schema=SCHEMA)


def keys() -> Vault:
    """Keys anybody can make again: nobody made up here has a secret, and marks stay the same."""
    return Vault({1: sha256(b"seal").digest()}, sha256(b"index").digest())


@dataclass(frozen=True)
class Taken:
    """One class: every version of its records with the day the next one came (*until*), and the
    days of its deliveries (*complete*: those that may speak for what they do not mention).
    *counts*: rows, named and repeated ones that had come by the end of each day with any."""

    versions: pl.DataFrame
    days: list[date]
    complete: list[date]
    counts: pl.DataFrame

    def at(self, day: date) -> LazyFrame:
        """The versions that stood on that day, deletions too."""
        over = col("until").is_not_null() & (col("until") <= day)
        return self.versions.lazy().filter(col(OBSERVED) <= day, ~over)


@dataclass
class Arrivals:
    """Everything a town's departments delivered. Hand `take` to `demo.town.town.make`."""

    city: City
    vault: Vault = field(default_factory=keys)
    classes: dict[str, Taken] = field(default_factory=dict)
    _matched: dict[tuple[int, ...], Matching] = field(default_factory=dict)

    def take(self, world: World, class_id: str, rows: pl.DataFrame) -> None:
        records, sent_back = self._cleaned(class_id, rows, world.span.last_date)
        files = rows.with_columns(back=pl.int_range(pl.len()).is_in(sent_back.implode()))
        batches = [
            _batch(class_id, day, many, back)
            for day, _, many, back in files.group_by(OBSERVED, "suffix")
            .agg(pl.len(), col("back").sum())
            .iter_rows()
        ]
        empty = empty_days(world, class_id, set(rows[OBSERVED].to_list()))
        batches += [_batch(class_id, day, 0, 0) for day in empty]
        taken = [b for b in batches if b.rejected < b.delivered or not b.delivered]
        days = sorted({b.observed for b in taken})
        complete = sorted({b.observed for b in taken if b.complete})
        versions = _versions(class_id, records)
        self.classes[class_id] = Taken(versions, days, complete, _counts(versions))

    def view(self, at: date) -> MatchedView:
        """What an installation would know by the end of that day."""
        inner = AsOf(self.classes, at)
        matching = self._matching(inner)
        met = dict.fromkeys(sources(), matching.aliases) if matching.aliases.height else {}
        return MatchedView(inner, matching, met, Regions(self.city, at))

    def marks(self, numbers: pl.Series, at: date) -> dict[str, str]:
        """The marks people with these ID numbers are known by on a day."""
        aliases = self._matching(AsOf(self.classes, at)).aliases.drop_nulls()
        known = dict(aliases.select("mark", "person").iter_rows())
        blind = {n: self.vault.blind("id", n) for n in numbers}
        return {n: known.get(mark, mark) for n, mark in blind.items()}

    def _matching(self, inner: "AsOf") -> Matching:
        """Worked out again only when something came that could tell who is who."""
        told = [c for c in sources() if c in (REGISTER, BIRTHS) or inner.named(c)]
        seen = tuple(inner.rows(c) for c in told)
        if seen not in self._matched:
            self._matched.clear()
            regions = Regions(self.city, inner.at)
            self._matched[seen] = match(cast(StoreView, inner), regions, NO_DECISIONS)
        return self._matched[seen]

    def _cleaned(
        self, class_id: str, rows: pl.DataFrame, last: date
    ) -> tuple[pl.DataFrame, pl.Series]:
        """The good records with the day they came, and the places of rows that were sent back."""
        columns = [name for name in rows.columns if name not in BESIDE]
        cells = rows.select(columns).rename({c: str(n) for n, c in enumerate(columns)})
        cells = cells.with_columns(_row=pl.int_range(pl.len(), dtype=pl.UInt32))
        cleaner = Cleaner(sources()[class_id], read_header(class_id, columns), last, self.vault)
        records, faults = cleaner.read(cells)
        came = rows.select(OBSERVED, _row=pl.int_range(pl.len(), dtype=pl.UInt32))
        dated = records.drop(OBSERVED, strict=False).join(came, on="_row", maintain_order="left")
        return dated, faults["_row"].unique()


def _batch(class_id: str, day: date, delivered: int, back: int) -> BatchInfo:
    return BatchInfo(
        class_id=class_id, seq=0, sha="", observed=day, rows=delivered - back, rejected=back
    )


def _versions(class_id: str, records: pl.DataFrame) -> pl.DataFrame:
    """The stored record with *until* and *again*; of two versions of one day the later stays."""
    schema = sources()[class_id].schema() | WHO
    sealed = set(sources()[class_id].sealed)
    given = set(records.columns) - sealed
    rows = records.select(
        (col(n) if n in given else pl.lit(None)).cast(t).alias(n) for n, t in schema.items()
    )
    rows = rows.with_columns(col("op").fill_null("add"), col("data_date").fill_null(col(OBSERVED)))
    rows = rows.sort(OBSERVED, maintain_order=True)
    rows = rows.unique(["record_id", OBSERVED], keep="last", maintain_order=True)
    following = col(OBSERVED).shift(-1).over("record_id")
    again = pl.len().over("record_id") > 1
    return rows.with_columns(until=following, _again=again | (col("op") == "del"))


def _counts(versions: pl.DataFrame) -> pl.DataFrame:
    summed = {"rows": pl.len(), "named": NAMED.sum(), "again": col("_again").sum()}
    daily = versions.group_by(OBSERVED).agg(n.alias(name) for name, n in summed.items())
    return daily.sort(OBSERVED).with_columns(col(*summed).cast(pl.Int64).cum_sum())


@dataclass
class AsOf:
    """What had arrived by the end of day *at*: what matching and rules ask of a store."""

    classes: Mapping[str, Taken]
    at: date

    def records(self, class_id: str) -> LazyFrame:
        return self.stored(class_id).select(*SHOWN, *sources()[class_id].fields)

    def stored(self, class_id: str) -> LazyFrame:
        return self.classes[class_id].at(self.at).filter(col("op") != "del")

    def versions(self, class_id: str) -> LazyFrame:
        return self.classes[class_id].versions.lazy().filter(col(OBSERVED) <= self.at)

    def rows(self, class_id: str) -> int:
        return self._count(class_id, "rows")

    def named(self, class_id: str) -> int:
        return self._count(class_id, "named")

    def versioned(self, class_id: str) -> bool:
        return self._count(class_id, "again") > 0

    def last_delivery(self, class_id: str) -> date | None:
        return _newest(self.classes[class_id].days, self.at)

    def fresh(self, class_id: str) -> bool | None:
        if self.last_delivery(class_id) is None:
            return None
        last = _newest(self.classes[class_id].complete, self.at)
        due = stale_from(sources()[class_id], last) if last else self.at
        return due is None or self.at < due

    def _count(self, class_id: str, what: str) -> int:
        counts = self.classes[class_id].counts
        place = int(counts[OBSERVED].search_sorted(self.at, "right"))
        return int(counts[what][place - 1]) if place else 0


def _newest(days: list[date], at: date) -> date | None:
    return max((day for day in days if day <= at), default=None)
