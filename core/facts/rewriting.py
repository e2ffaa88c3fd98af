"""Write stored files anew where they must not stay as they are: another key, or a right to be forgotten.

File by file, each in one step of the ledger: a process that dies leaves every file old or new, both
readable, and the next run goes on. Readers are never held up, imports only for one file.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from core.facts import ledger as books
from core.facts import parts
from core.facts.ledger import FileInfo, Ledger, Tombstone
from core.facts.record import stored_schema
from core.facts.store import Facts, sweep
from core.sources import Source, sources


@dataclass(frozen=True, kw_only=True)
class Change:
    """What to do with the files of a class: *concerns* says of a file (lazily) whether it must
    change, *apply* gives its rows as they shall be from now on; *why* becomes part of file names."""

    why: str
    concerns: Callable[[pl.LazyFrame], bool]
    apply: Callable[[pl.DataFrame], pl.DataFrame]


@dataclass(frozen=True)
class Done:
    """How many files were written anew and how many rows are gone."""

    files: int = 0
    rows: int = 0


def rewrite(facts: Facts, class_id: str, change: Change) -> Done:
    """Apply *change* to every file of a class that it concerns."""
    source, folder = sources()[class_id], facts.folder / class_id
    files = gone = 0
    for name in [f.name for f in books.load(folder).files]:
        with facts.alone():
            ledger = books.load(folder)
            sweep(folder, ledger)
            file = next((f for f in ledger.files if f.name == name), None)
            if file is None or not change.concerns(_lazy(folder, file, source)):
                continue
            after = _anew(folder, source, ledger, file, change)
            books.save(folder, after)
            files += 1
            gone += _rows(ledger) - _rows(after)
    return Done(files, gone)


def bury(facts: Facts, class_id: str, stone: Tombstone | None = None) -> int:
    """Remove the files that were replaced, for good, and leave a tombstone; how many files.

    Who still reads one of them by an old ledger is told that the file is gone and reads again.
    """
    folder = facts.folder / class_id
    with facts.alone():
        ledger = books.load(folder)
        old = list(ledger.retired)
        stones = [*ledger.tombstones, *([stone] if stone else [])]
        if old or stone:
            books.save(folder, replace(ledger, retired={}, tombstones=stones))
        for name in old:
            (folder / name).unlink(missing_ok=True)
        sweep(folder, books.load(folder))
    return len(old)


def stored(facts: Facts, class_id: str) -> pl.LazyFrame:
    """Every stored row of a class, all versions, with all columns."""
    source, folder = sources()[class_id], facts.folder / class_id
    frames = [_lazy(folder, file, source) for file in books.load(folder).files]
    return pl.concat(frames) if frames else pl.LazyFrame(schema=stored_schema(source))


def _anew(folder: Path, source: Source, ledger: Ledger, file: FileInfo, change: Change) -> Ledger:
    rows = change.apply(_lazy(folder, file, source).collect())
    name = f"{file.last}-{change.why}-{secrets.token_hex(6)}.parquet"
    new = [parts._store(folder, name, rows)] if rows.height else []
    return parts._exchange(ledger, [file], new)


def _rows(ledger: Ledger) -> int:
    return sum(f.rows for f in ledger.files)


def _lazy(folder: Path, file: FileInfo, source: Source) -> pl.LazyFrame:
    return pl.scan_parquet(
        folder / file.name,
        schema=stored_schema(source),
        glob=False,
        missing_columns="insert",
        extra_columns="ignore",
    )
