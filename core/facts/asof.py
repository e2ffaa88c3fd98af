"""The facts as of one day, read from the Parquet shelf."""

from datetime import date, timedelta
from pathlib import Path

import polars as pl

from core.facts import ledger as books
from core.facts.ledger import FileInfo, Ledger
from core.facts.record import stored_schema
from core.sources import Source, sources

Edition = tuple[tuple[str, ...], date | None] | None
ORDER = ("observed", "_seq", "collected_at", "_row")
SHOWN = ("record_id", "person", "household", "region", "data_date", "observed")


class StoreView:
    """What was observed by the end of day *at*; fulfils core.facts.View."""

    def __init__(self, folder: Path, at: date) -> None:
        self.at = at
        self._folder = folder
        self._ledgers: dict[str, Ledger] = {}
        self._fresh: dict[str, bool | None] = {}

    def records(self, class_id: str) -> pl.LazyFrame:
        """The records still alive on *at*, one row each; see View for the columns."""
        return self.stored(class_id).select(*SHOWN, *sources()[class_id].fields)

    def stored(self, class_id: str) -> pl.LazyFrame:
        """The same records with every stored column, those that tell who somebody is among them."""
        return alive(self._folder / class_id, *self._what(class_id), self.at)

    def versions(self, class_id: str) -> pl.LazyFrame:
        """Every version of every record observed by *at*, deletions too, with every stored column."""
        return _scan(self._folder / class_id, *self._what(class_id), self.at)

    def edition(self, class_id: str) -> Edition:
        """Another whenever the records are: the files read, and the last day that brought rows.

        None for a class never delivered.
        """
        ledger = self._ledger(class_id)
        heard = [b for b in ledger.batches if b.observed <= self.at]
        if not heard:
            return None
        days = [b.observed for b in heard if b.rows]
        return tuple(f.name for f in ledger.files_at(self.at)), max(days, default=None)

    def rows(self, class_id: str) -> int:
        """How many rows are stored, every version counted."""
        return sum(f.rows for f in self._what(class_id)[0])

    def named(self, class_id: str) -> int:
        """How many stored rows tell who their person is by something else than the mark."""
        return sum(f.named for f in self._what(class_id)[0])

    def versioned(self, class_id: str) -> bool:
        """Whether any record of the class has more than one version, or was deleted."""
        return any(f.again for f in self._what(class_id)[0])

    def last_delivery(self, class_id: str) -> date | None:
        return self._ledger(class_id).last_delivery(self.at)

    def fresh(self, class_id: str) -> bool | None:
        """Fresh until the next delivery is late by twice the allowed lag; None never delivered.

        A class on demand has no next delivery, so what came stays fresh. A delivery of which a
        fifth went back to the department does not speak for the class.
        """
        if class_id not in self._fresh:
            self._fresh[class_id] = self._is_fresh(class_id)
        return self._fresh[class_id]

    def _is_fresh(self, class_id: str) -> bool | None:
        if self.last_delivery(class_id) is None:
            return None
        last = self._ledger(class_id).last_complete(self.at)
        due = stale_from(sources()[class_id], last) if last else self.at
        return due is None or self.at < due

    def _what(self, class_id: str) -> tuple[list[FileInfo], Source]:
        return self._ledger(class_id).files_at(self.at), sources()[class_id]

    def _ledger(self, class_id: str) -> Ledger:
        if class_id not in self._ledgers:
            self._ledgers[class_id] = books.known(self._folder / class_id)
        return self._ledgers[class_id]


def stale_from(source: Source, last: date) -> date | None:
    """The first day on which a class last delivered on *last* is stale (MON-53); None never."""
    if source.period_days is None:
        return None
    return last + timedelta(days=source.period_days + 2 * source.lag_days)


def alive(folder: Path, files: list[FileInfo], source: Source, at: date) -> pl.LazyFrame:
    """The records that exist on *at*: their newest version, deletions dropped."""
    return newest(folder, files, source, at).filter(pl.col("op") != "del")


def newest(folder: Path, files: list[FileInfo], source: Source, at: date) -> pl.LazyFrame:
    """The newest version of each record observed by *at*, with all stored columns.

    Rows marked `_again` are versions of a record that came more than once (a deletion always is);
    if a record has any by *at*, its newest version is among them. So only the marked rows need
    sorting out, and the rest streams through, filters included.
    """
    everything = _scan(folder, files, source, at)
    repeated = [f for f in files if f.again]
    if not repeated:
        return everything
    versions = _last(_scan(folder, repeated, source, at).filter("_again"))
    single = everything.filter(~pl.col("_again"))
    single = single.join(versions.select("record_id"), on="record_id", how="anti")
    return pl.concat([single, versions])


def _last(rows: pl.LazyFrame) -> pl.LazyFrame:
    """One row per record_id: the version observed last."""
    return rows.sort(ORDER, nulls_last=False).unique("record_id", keep="last", maintain_order=True)


def _scan(folder: Path, files: list[FileInfo], source: Source, at: date) -> pl.LazyFrame:
    schema = stored_schema(source)
    if not files:
        return pl.LazyFrame(schema=schema)
    paths = [folder / f.name for f in files]
    rows = pl.scan_parquet(
        paths, schema=schema, glob=False, missing_columns="insert", extra_columns="ignore"
    )
    return rows if all(f.last <= at for f in files) else rows.filter(pl.col("observed") <= at)
