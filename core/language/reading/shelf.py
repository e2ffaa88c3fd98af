"""Words live in data files beside the code; each file is read once."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent.parent / "words"


@cache
def read(name: str) -> Any:
    """One YAML shelf, by its path below words/ without the ending."""
    return yaml.load((WORDS / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """One CSV shelf, by its path below words/ without the ending."""
    with (WORDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def folder(name: str) -> Iterator[tuple[str, Any]]:
    """Every YAML shelf of a folder as (file name, content), in file order: nothing to register."""
    for path in sorted((WORDS / name).glob("*.yaml")):
        yield path.stem, read(f"{name}/{path.stem}")


def words(said: str) -> list[str]:
    """A line of words written with spaces between them."""
    return said.split()
