"""What every rule carries: a label that dates and sources it, and examples that prove it.

A rule is one module: a docstring that says why it exists, a LABEL, one expression, EXAMPLES.
The expression is evaluated over a whole table at once; a single household is a table of one
row. Three answers: true, false, and null for "cannot tell".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, Literal

Tag = Literal["seed", "law", "page", "assumed"]


@dataclass(frozen=True, kw_only=True)
class Label:
    """Where a rule comes from and since when it holds.

    *tag* says how sure we are of its content: told by the seed articles, by law, by a public
    page, or assumed (then it is a proposal that a city may replace, never told as fact).
    """

    id: str
    title: str
    title_en: str
    since: date
    source: str
    tag: Tag
    until: date | None = None

    def holds(self, at: date) -> bool:
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True)
class Example:
    """One row and what the rule must say about it; None means "cannot tell"."""

    name: str
    expect: Any
    row: dict[str, Any] = field(default_factory=dict)


def hit(name: str, **row: Any) -> Example:
    return Example(name, True, row)


def miss(name: str, **row: Any) -> Example:
    return Example(name, False, row)


def unknown(name: str, **row: Any) -> Example:
    return Example(name, None, row)


def shelf(package: ModuleType) -> Iterator[ModuleType]:
    """Every rule module below *package*, in file order: nothing to register, nothing forgotten."""
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            module = import_module(found.name)
            if hasattr(module, "LABEL"):
                yield module


def name_of(rule: ModuleType) -> str:
    """A rule is called what its file is called."""
    return rule.__name__.rpartition(".")[2]
