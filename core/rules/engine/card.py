"""The words of a rule: the YAML file that lies beside its module and is called the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from core.rule import Tag

HOME = Path(__file__).parents[1]


@dataclass(frozen=True)
class Said:
    """A sentence in Chinese and in English; {blanks} are parameters of the city."""

    zh: str
    en: str

    def text(self, lang: str = "zh", blanks: Mapping[str, Any] | None = None) -> str:
        found = self.en if lang == "en" else self.zh
        return found.format(**blanks) if blanks and "{" in found else found


@dataclass(frozen=True, kw_only=True)
class Clause:
    """Where a condition comes from, and what would make it hold."""

    title: Said
    source: str
    since: date
    tag: Tag
    change: Said | None = None


@dataclass(frozen=True)
class Paper:
    """A paper to bring; *shared* ones the offices look up themselves and nobody need bring."""

    name: str
    title: Said
    shared: bool


@dataclass(frozen=True)
class Office:
    """Where one applies; *unit* is the department that a case goes to."""

    name: str
    title: Said
    unit: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """Everything about a rule that is words: conditions, papers, places, times, caveats.

    *sign* are conditions only people can judge: asked at the counter or signed by an official.
    *topics* are the names under which residents ask for it.
    """

    group: str
    of: Literal["household", "person"]
    gives: Said
    checked: date
    topics: tuple[str, ...]
    line: str
    papers: tuple[Paper, ...]
    where: tuple[Office, ...]
    days: Said
    clauses: Mapping[str, Clause]
    sign: tuple[Said, ...]
    notes: tuple[Said, ...]
    hints: Mapping[str, Said]


@cache
def card(name: str) -> Card:
    """The words of the rule *name*."""
    raw = _yaml(HOME / f"{name}.yaml")
    return Card(
        group=raw["group"],
        of=raw["of"],
        gives=_said(raw["gives"]),
        checked=raw["checked"],
        topics=tuple(raw.get("topics", ())),
        line=raw.get("line", ""),
        papers=tuple(papers()[p] for p in raw.get("papers", ())),
        where=tuple(offices()[o] for o in raw.get("where", ())),
        days=_said(raw["days"]),
        clauses={n: _clause(shared().get(n, {}) | own) for n, own in raw["conditions"].items()},
        sign=tuple(_said(s) for s in raw.get("sign", ())),
        notes=tuple(_said(n) for n in raw.get("notes", ())),
        hints={n: _said(h) for n, h in raw.get("hints", {}).items()},
    )


@cache
def papers() -> dict[str, Paper]:
    raw = _yaml(HOME / "engine" / "papers.yaml")
    return {name: Paper(name, _said(p), p.get("shared", False)) for name, p in raw.items()}


@cache
def offices() -> dict[str, Office]:
    raw = _yaml(HOME / "engine" / "offices.yaml")
    return {name: Office(name, _said(o), o["unit"]) for name, o in raw.items()}


@cache
def shared() -> dict[str, dict[str, Any]]:
    """The words of conditions that several rules have in common."""
    return _yaml(HOME / "engine" / "clauses.yaml")


def _clause(raw: Mapping[str, Any]) -> Clause:
    return Clause(
        title=_said(raw),
        source=raw["source"],
        since=raw["since"],
        tag=raw["tag"],
        change=_said(raw["change"]) if "change" in raw else None,
    )


def _said(raw: Mapping[str, Any]) -> Said:
    return Said(raw["zh"], raw["en"])


def _yaml(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found
