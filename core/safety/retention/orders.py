"""The deletions that were ordered, one line each, outside the database.

An older safety copy still holds what was deleted since. The orders lie beside the copies
(DIR/purged.jsonl), so that a restored installation obeys them again. They name our own indexes only.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from core.clock import iso

NAME = "purged.jsonl"


@dataclass(frozen=True)
class Subject:
    """Whose data: a person by blind index, or a household by number."""

    kind: Literal["person", "household"]
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


def note(home: Path, subject: Subject, at: datetime) -> None:
    """Add an order; it is on the disk before anything is deleted."""
    descriptor = os.open(home / NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        line = {"kind": subject.kind, "key": subject.key, "at": iso(at)}
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def since(path: Path, made: datetime) -> list[Subject]:
    """The orders given after *made*, each subject once."""
    if not path.exists():
        return []
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    later = [line for line in lines if datetime.fromisoformat(line["at"]) >= made]
    return list(dict.fromkeys(Subject(line["kind"], line["key"]) for line in later))
