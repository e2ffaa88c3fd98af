"""The Parquet files of a class: how they are written, kept few, and rewritten safely.

Rows lie sorted by household and person, so that one family is found by reading little. Small
files are merged in tiers of growing size, so each row is rewritten only a few times.
"""

import errno
import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl

from core.facts import ledger as books
from core.facts.ledger import FileInfo, Ledger
from core.facts.record import stored_schema
from core.sources import Source

LARGE = 65_536  # rows; files at least this large are left alone
TIER = 8  # so many files of one size are merged into the next size
KEPT_FOR = 64  # deliveries; so long a replaced file stays for readers that opened it
ROW_GROUP = 16_384
# An ID number beside another mark, or a name where there is no ID number.
NAMED = pl.coalesce(pl.col("_id") != pl.col("person"), pl.col("_name").is_not_null())


def write(frame: pl.DataFrame, path: Path) -> None:
    """Write rows in the order in which they are looked up; raises OSError when the disk is full."""
    ordered = frame.sort("household", "person", maintain_order=True)
    try:
        ordered.write_parquet(
            path, compression="zstd", compression_level=1, row_group_size=ROW_GROUP
        )
    except pl.exceptions.ComputeError as error:
        found = re.search(r"os error (\d+)", str(error))
        raise OSError(int(found[1]) if found else errno.EIO, "parquet") from error


def describe(rows: pl.DataFrame, name: str, observed: date = date.min) -> FileInfo:
    """What the ledger says of a file with these rows; *observed* stands in when there are none."""
    days = rows["observed"].unique().to_list() or [observed]
    again, named = rows.select(pl.col("_again").sum(), named=NAMED.sum()).row(0)
    return FileInfo(
        name=name, rows=rows.height, first=min(days), last=max(days), again=again, named=named
    )


def compact(folder: Path, source: Source, ledger: Ledger) -> Ledger:
    """Merge small files; the ledger that names the new ones (not yet saved)."""
    while crowd := _crowd(ledger.files):
        rows = pl.concat([_read(folder, f, source) for f in crowd])
        stem = f"{max(f.last for f in crowd)}-merged-{ledger.next_seq:06}-{len(ledger.retired):04}"
        halves = {"a": rows.filter(~pl.col("_again")), "b": rows.filter("_again")}
        merged = [
            _store(folder, f"{stem}-{mark}.parquet", half)
            for mark, half in halves.items()
            if half.height
        ]
        ledger = _exchange(ledger, crowd, merged)
    return ledger


def mark_again(folder: Path, source: Source, ledger: Ledger, ids: pl.Series) -> Ledger:
    """Mark the stored versions of *ids* as versions; needed when a delivery comes out of order."""
    for file in ledger.files:
        rows = _read(folder, file, source)
        hit = pl.col("record_id").is_in(ids.implode()) & ~pl.col("_again")
        if rows.select(hit.any()).item():
            name = f"{file.last}-marked-{ledger.next_seq:06}-{len(ledger.retired):04}.parquet"
            marked = rows.with_columns(_again=pl.col("_again") | hit)
            ledger = _exchange(ledger, [file], [_store(folder, name, marked)])
    return ledger


def forget_retired(folder: Path, ledger: Ledger) -> Ledger:
    """Remove files replaced so long ago that nobody reads them any more."""
    now = ledger.next_seq
    old = [n for n, seq in ledger.retired.items() if now - seq > KEPT_FOR]
    for name in old:
        (folder / name).unlink(missing_ok=True)
    return replace(ledger, retired={n: s for n, s in ledger.retired.items() if n not in old})


def _crowd(files: list[FileInfo]) -> list[FileInfo]:
    """Files of one size that have become too many."""
    tiers: dict[int, list[FileInfo]] = defaultdict(list)
    for file in files:
        if file.rows < LARGE:
            tiers[file.rows.bit_length() // 3].append(file)
    return next((t for _, t in sorted(tiers.items()) if len(t) >= TIER), [])


def _exchange(ledger: Ledger, old: list[FileInfo], new: list[FileInfo]) -> Ledger:
    gone = {f.name for f in old}
    kept = [f for f in ledger.files if f.name not in gone]
    retired = {**ledger.retired, **dict.fromkeys(gone, ledger.next_seq)}
    return replace(ledger, files=[*kept, *new], retired=retired)


def _store(folder: Path, name: str, rows: pl.DataFrame) -> FileInfo:
    write(rows, folder / name)
    books.sync([folder / name])
    return describe(rows, name)


def _read(folder: Path, file: FileInfo, source: Source) -> pl.DataFrame:
    scan = pl.scan_parquet(
        folder / file.name,
        schema=stored_schema(source),
        glob=False,
        missing_columns="insert",
        extra_columns="ignore",
    )
    return scan.collect()
