"""The files of facts: set aside at one moment, and looked through."""

import os
import shutil
from pathlib import Path

import polars as pl

from core.facts import Facts
from core.facts import ledger as books
from core.facts.ledger import LEDGER
from core.safety.cipher import Spoilt
from core.sources import sources


def set_aside(facts: Facts, stage: Path) -> dict[str, int]:
    """Link every file the ledgers name, all at one moment; rows by class."""
    rows: dict[str, int] = {}
    if not facts.folder.exists():
        return rows
    with facts.alone():
        for class_id in sources():
            source, target = facts.folder / class_id, stage / "facts" / class_id
            if not (source / LEDGER).exists():
                continue
            target.mkdir(parents=True)
            shutil.copy2(source / LEDGER, target / LEDGER)
            for file in books.load(source).files:
                link(source / file.name, target / file.name)
            rows[class_id] = sum(f.rows for f in books.load(target).files)
        _set_aside_rest(facts.folder, stage / "facts")
    return rows


def _set_aside_rest(folder: Path, target: Path) -> None:
    """What lies beside the classes: proofs of keys, decisions of people. What is only kept to save
    work lies a folder deeper and is worked out again."""
    for path in sorted([*folder.glob("*"), *folder.glob("*/*")]):
        name = path.relative_to(folder)
        if path.is_file() and name.parts[0] not in sources() and path.name != ".lock":
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / name)


def link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target)


def unreadable(stage: Path) -> list[str]:
    """The files of facts that are no sound Parquet files, by name."""
    found = []
    for path in sorted(stage.glob("facts/*/*.parquet")):
        try:
            pl.read_parquet_schema(path)
        except Exception:  # whatever the library says, the file is of no use
            found.append(str(path.relative_to(stage)))
    return found


def look_through(folder: Path, rows: dict[str, int]) -> None:
    """Every class of a copy: each file the ledger names is there, with its rows; raises Spoilt."""
    for class_id, expected in rows.items():
        found = 0
        for file in books.load(folder / class_id).files:
            path = folder / class_id / file.name
            if not path.exists() or _rows(path) != file.rows:
                raise Spoilt(f"副本里 {class_id} 的事实不全。请换一份副本。")
            found += file.rows
        if found != expected:
            raise Spoilt(f"副本里 {class_id} 的行数和清单对不上。请换一份副本。")


def _rows(path: Path) -> int:
    return int(pl.scan_parquet(path, glob=False).select(pl.len()).collect().item())
