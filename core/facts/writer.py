"""Take one delivery into the shelf: all of it or nothing."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import polars as pl

from core.facts import ledger as books
from core.facts.asof import newest
from core.facts.ledger import BatchInfo, FileInfo, Ledger
from core.facts.record import complete, fingerprint, seal
from core.privacy.vault import Vault
from core.sources import Source

PART_ROWS = 262_144


@dataclass
class Writer:
    """Collects the rows of one delivery in a folder of its own until `commit`."""

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
    _parts: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tmp = self.folder / ".taking"
        shutil.rmtree(self._tmp, ignore_errors=True)
        self._tmp.mkdir(parents=True)
        self._seq = self.ledger.next_seq
        self._seed = _seed(self.vault, self.source.class_id)
        self._in_order = self.observed >= (self.ledger.last_delivery() or date.min)

    def add(self, frame: pl.DataFrame) -> None:
        """Take rows of the plain record (see record.complete); what is known already is skipped."""
        if not frame.height:
            return
        rows = complete(frame, self.source, self.observed).with_columns(
            _seq=pl.lit(self._seq, pl.UInt32), _sum=fingerprint(self.source, self._seed)
        )
        rows = self._skip_known(rows)
        self._keys.append(rows.select(key=pl.col("record_id").hash(), row="_row"))
        self._waiting.append(seal(rows, self.source, self.vault))
        if sum(w.height for w in self._waiting) >= PART_ROWS:
            self._flush()

    def repeated(self) -> pl.DataFrame:
        """Rows whose record_id stands more than once in this delivery: record_id, _row, _sum, op."""
        self._flush()
        keys = pl.concat(self._keys) if self._keys else pl.DataFrame()
        if not keys.height:
            return keys
        order = keys["key"].sort()
        twice = order.filter(order == order.shift()).unique()
        if not twice.len():
            return pl.DataFrame()
        wanted = keys.filter(pl.col("key").is_in(twice.implode()))["row"]
        found = pl.scan_parquet(self._parts).filter(pl.col("_row").is_in(wanted.implode()))
        several = pl.col("record_id").is_duplicated()
        columns = ("record_id", "_row", "_sum", "op", "collected_at")
        return found.select(columns).collect().filter(several)

    def settle(self, drop: pl.Series, again: pl.Series) -> None:
        """Leave out the lines *drop*, and mark the lines *again* as further versions."""
        out, more = pl.col("_row").is_in(drop.implode()), pl.col("_row").is_in(again.implode())
        for part in self._parts:
            frame = pl.read_parquet(part)
            if frame.select((out | more).any()).item():
                _write(frame.filter(~out).with_columns(_again=pl.col("_again") | more), part)

    def commit(self, *, name: str = "", rejected: int = 0, whole: bool = False) -> BatchInfo:
        """Move the files into place and write the ledger: from here on the batch exists."""
        self._flush()
        files = self._move_into_place()
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
        changed = replace(
            self.ledger,
            batches=[*self.ledger.batches, info],
            files=[*self.ledger.files, *files],
        )
        books.save(self.folder, changed)
        return info

    def close(self) -> None:
        """Forget whatever was not committed."""
        shutil.rmtree(self._tmp, ignore_errors=True)

    def _skip_known(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Leave out what is stored already, mark what adds a version to a stored record.

        A deletion always counts as a further version, so that the view looks at it closely.
        """
        gone = pl.col("op") == "del"
        if not self.ledger.files:
            return rows.with_columns(_again=gone)
        rows = rows.join(self._known(rows), on="record_id", how="left", maintain_order="left")
        same = (pl.col("_sum") == pl.col("known_sum")).fill_null(False) & self._in_order
        new = rows.filter(~same)
        self.unchanged += rows.height - new.height
        self.known += rows.height - rows["known_sum"].null_count()
        again = pl.col("known_sum").is_not_null() | gone
        return new.with_columns(_again=again).drop("known_sum")

    def _known(self, rows: pl.DataFrame) -> pl.DataFrame:
        """record_id and fingerprint of the newest stored version of these records."""
        ids = rows["record_id"]
        near = pl.col("record_id").is_between(pl.lit(ids.min()), pl.lit(ids.max()))
        stored = newest(self.folder, self.ledger.files, self.source, date.max).filter(near)
        found = stored.select("record_id", known_sum="_sum")
        return found.join(rows.lazy().select("record_id"), on="record_id", how="semi").collect()

    def _flush(self) -> None:
        if not self._waiting:
            return
        part = self._tmp / f"{len(self._parts):03}.parquet"
        frame = pl.concat(self._waiting)
        self._waiting.clear()
        _write(frame, part)
        self._parts.append(part)

    def _move_into_place(self) -> list[FileInfo]:
        books.sync(self._parts)
        described = [(part, self._describe(n, part)) for n, part in enumerate(self._parts)]
        for part, info in described:
            if info.rows:
                part.replace(self.folder / info.name)
        return [info for _, info in described if info.rows]

    def _describe(self, number: int, part: Path) -> FileInfo:
        counts = pl.scan_parquet(part).select(rows=pl.len(), again=pl.col("_again").sum()).collect()
        name = f"{self.observed}-{self.sha[:12]}-{number:03}.parquet"
        rows, again = counts.row(0)
        return FileInfo(
            name=name, rows=rows, first=self.observed, last=self.observed, again=int(again or 0)
        )


def _write(frame: pl.DataFrame, path: Path) -> None:
    frame.write_parquet(path, compression="zstd", compression_level=1, row_group_size=65_536)


def _seed(vault: Vault | None, class_id: str) -> int:
    return int(vault.blind("fingerprint", class_id)[:16], 16) if vault else 0
