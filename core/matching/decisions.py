"""What people decided about pairs nobody else could tell: dated, added to, never changed.

    facts/matched/decisions.jsonl    one line a decision: two marks, same or different, day, by whom

It lies beside the facts, so that a past day is replayed with what was decided by then. Marks are
blind indexes; nothing here says who anybody is.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import polars as pl

FOLDER, NAME = "matched", "decisions.jsonl"
SCHEMA: dict[str, pl.DataType] = {"a": pl.String(), "b": pl.String(), "same": pl.Boolean()}


@dataclass(frozen=True)
class Decision:
    """Two marks are one person (*same*), or are not; None takes an earlier decision back."""

    a: str
    b: str
    same: bool | None
    observed: date
    by: str
    why: str = ""


def path(facts_folder: Path) -> Path:
    return facts_folder / FOLDER / NAME


def note(facts_folder: Path, decision: Decision) -> None:
    """Add a decision; it is on the disk when this returns."""
    file = path(facts_folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as out:
        out.write("\n" + json.dumps(asdict(decision), ensure_ascii=False, default=str) + "\n")
        out.flush()
        os.fsync(out.fileno())


def decided(facts_folder: Path, at: date) -> pl.DataFrame:
    """a, b, same as people had decided by the end of *at*; a later word replaces an earlier one."""
    told = [d for d in _read(path(facts_folder)) if d.observed <= at]
    last = {tuple(sorted((d.a, d.b))): d for d in told}
    rows = [(d.a, d.b, d.same) for d in last.values() if d.same is not None]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def forget(facts_folder: Path, marks: set[str]) -> int:
    """Take out every decision about these marks, for good; how many."""
    file = path(facts_folder)
    told = _read(file)
    kept = [d for d in told if not {d.a, d.b} & marks]
    if len(kept) < len(told):
        lines = [json.dumps(asdict(d), ensure_ascii=False, default=str) + "\n" for d in kept]
        tmp = file.with_suffix(".tmp")
        with tmp.open("w", encoding="utf-8") as out:
            out.writelines(lines)
            out.flush()
            os.fsync(out.fileno())
        tmp.replace(file)
    return len(told) - len(kept)


def _read(file: Path) -> list[Decision]:
    """All decisions in the order they were made; a line cut off by a power failure never was."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    told = [json.loads(line) for line in lines if line.endswith("}")]
    return [Decision(**{**t, "observed": date.fromisoformat(t["observed"])}) for t in told]
