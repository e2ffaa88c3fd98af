"""Words live in data files beside the code; each file is read once."""

import csv
import re
from collections.abc import Iterable, Iterator
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


@cache
def line(name: str, key: str) -> tuple[str, ...]:
    """One line of words of a shelf."""
    return tuple(words(read(name)[key]))


@cache
def one_of(name: str, key: str) -> re.Pattern[str]:
    """One line of words of a shelf as a pattern, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(line(name, key), key=len, reverse=True))))


@cache
def any_of(name: str, key: str) -> re.Pattern[str]:
    """One line of a shelf whose words are themselves patterns."""
    return re.compile("|".join(line(name, key)))


def literals(said: Iterable[str]) -> re.Pattern[str]:
    """Many words as one pattern, the longest first, shared beginnings told once: as fast as one word."""
    tree: dict[str, Any] = {}
    for word in said:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return re.compile("|".join(_branches(tree)))


def _branches(tree: dict[str, Any]) -> list[str]:
    return [re.escape(c) + _grouped(below) for c, below in tree.items() if c]


def _grouped(tree: dict[str, Any]) -> str:
    if not (parts := _branches(tree)):
        return ""
    return f"(?:{'|'.join(parts)})" + ("?" if "" in tree else "")
