"""Take one delivery into the shelf: all of it or nothing."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import polars as pl

from core.facts import ledger as books
from core.facts import parts
from core.facts.asof import newest
from core.facts.ledger import BatchInfo, FileInfo, Ledger
from core.facts.record import complete, fingerprint, seal
from core.privacy.vault import Vault
from core.sources import Source

PART_ROWS = 65_536
NO_ROWS = pl.Series(dtype=pl.UInt32)


@dataclass
class Writer:
    """Collects the rows of one delivery in a folder of its own until `commit`.

    *unchanged* counts rows that were skipped because they say nothing new, *known* rows whose
    record was stored before.
    """

    folder: Path
    source: Source
    observed: date
    sha: str
    vault: Vault | None
    ledger: Ledger
    unchanged: int = 0
    known: int = 0
    _waiting: list[pl.DataFrame] = field(default_factory=list)
    _keys: list[pl.DataFrame] = field(default_factory=list)
    _parts: list[FileInfo] = field(default_factory=list)
    _overtaken: list[pl.Series] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tmp = self.folder / ".taking"
        shutil.rmtree(self._tmp, ignore_errors=True)
        self._tmp.mkdir(parents=True)
        self._seq = self.ledger.next_seq
        self._seed = _seed(self.vault, self.source.class_id)
        self._in_order = self.observed >= (self.ledger.last_delivery() or date.min)

    def add(self, frame: pl.DataFrame) -> None:
        """Take rows of the plain record (see record.complete); what is known already is skipped.

        A row without data_date is dated by the day we learnt it, the first time it says so.
        """
        if not frame.height:
            return
        rows = complete(frame, self.source, self.observed).with_columns(
            _seq=pl.lit(self._seq, pl.UInt32), _sum=fingerprint(self.source, self._seed)
        )
        rows = self._skip_known(rows.with_columns(pl.col("data_date").fill_null(self.observed)))
        self._keys.append(rows.select(key=pl.col("record_id").hash(), row="_row"))
        self._waiting.append(seal(rows, self.source, self.vault))
        if sum(w.height for w in self._waiting) >= PART_ROWS:
            self._flush()

    def repeated(self) -> pl.DataFrame:
        """Rows whose record_id stands more than once here: record_id, _row, _sum, op, collected_at."""
        self._flush()
        keys = pl.concat(self._keys) if self._keys else pl.DataFrame({"key": NO_ROWS})
        order = keys["key"].sort()
        twice = order.filter(order == order.shift()).unique()
        if not twice.len():
            return pl.DataFrame()
        wanted = keys.filter(pl.col("key").is_in(twice.implode()))["row"]
        found = pl.scan_parquet([self._tmp / p.name for p in self._parts], glob=False)
        found = found.filter(pl.col("_row").is_in(wanted.implode()))
        columns = ("record_id", "_row", "_sum", "op", "collected_at")
        return found.select(columns).collect().filter(pl.col("record_id").is_duplicated())

    def settle(self, drop: pl.Series, again: pl.Series) -> None:
        """Leave out the lines *drop*, and mark the lines *again* as versions of one record."""
        out, more = pl.col("_row").is_in(drop.implode()), pl.col("_row").is_in(again.implode())
        for number, part in enumerate(self._parts):
            rows = pl.read_parquet(self._tmp / part.name, glob=False)
            if rows.select((out | more).any()).item():
                rows = rows.filter(~out).with_columns(_again=pl.col("_again") | more)
                self._parts[number] = self._store(rows, part.name)

    def commit(self, *, name: str = "", rejected: int = 0, whole: bool = False) -> BatchInfo:
        """Move the files into place and write the ledger: from here on the batch exists."""
        self._flush()
        files = [part for part in self._parts if part.rows]
        books.sync(self._tmp / f.name for f in files)
        for file in files:
            (self._tmp / file.name).replace(self.folder / file.name)
        info = BatchInfo(
            class_id=self.source.class_id,
            seq=self._seq,
            sha=self.sha,
            observed=self.observed,
            rows=sum(f.rows for f in files),
            unchanged=self.unchanged,
            rejected=rejected,
            whole=whole,
            name=name,
        )
        books.save(self.folder, self._next_ledger(info, files))
        return info

    def close(self) -> None:
        """Forget whatever was not committed."""
        shutil.rmtree(self._tmp, ignore_errors=True)

    def _next_ledger(self, info: BatchInfo, files: list[FileInfo]) -> Ledger:
        ledger = parts.forget_retired(self.folder, self.ledger)
        if self._overtaken:
            ids = pl.concat(self._overtaken)
            ledger = parts.mark_again(self.folder, self.source, ledger, ids)
        batches = [*ledger.batches, info]
        ledger = replace(ledger, batches=batches, files=[*ledger.files, *files])
        return parts.compact(self.folder, self.source, ledger)

    def _skip_known(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Leave out what is stored already, mark what adds a version to a stored record.

        A deletion always counts as a further version, so that the view looks at it closely.
        """
        gone = pl.col("op") == "del"
        if not self.ledger.files:
            return rows.with_columns(_again=gone)
        rows = rows.join(self._stored(rows), on="record_id", how="left", maintain_order="left")
        met = pl.col("known_sum").is_not_null()
        self.known += rows.height - rows["known_sum"].null_count()
        if not self._in_order:
            self._overtaken.append(rows.filter(met)["record_id"])
            return rows.with_columns(_again=met | gone).drop("known_sum")
        new = rows.filter((pl.col("_sum") != pl.col("known_sum")).fill_null(True))
        self.unchanged += rows.height - new.height
        return new.with_columns(_again=met | gone).drop("known_sum")

    def _stored(self, rows: pl.DataFrame) -> pl.DataFrame:
        """record_id and fingerprint of the newest stored version of these records."""
        ids = rows["record_id"]
        near = pl.col("record_id").is_between(pl.lit(ids.min()), pl.lit(ids.max()))
        stored = newest(self.folder, self.ledger.files, self.source, date.max).filter(near)
        found = stored.select("record_id", known_sum="_sum")
        return found.join(rows.lazy().select("record_id"), on="record_id", how="semi").collect()

    def _flush(self) -> None:
        if not self._waiting:
            return
        name = f"{self.observed}-{self.sha[:12]}-{len(self._parts):03}.parquet"
        self._parts.append(self._store(pl.concat(self._waiting), name))
        self._waiting.clear()

    def _store(self, rows: pl.DataFrame, name: str) -> FileInfo:
        parts.write(rows, self._tmp / name)
        return parts.describe(rows, name, self.observed)


def _seed(vault: Vault | None, class_id: str) -> int:
    return int(vault.blind("fingerprint", class_id)[:16], 16) if vault else 0
