"""What changed between two kept portraits, and which records it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from core.city import Standards
from core.facts.view import View
from core.portrait.difference import Moved, difference
from core.portrait.explain import colour_words
from core.portrait.shelf import types
from core.sources import sources
from core.variables import Evidence, features, provenance, variables
from locales import tr


@dataclass(frozen=True)
class Turning:
    """A day on which a family's portrait became another one.

    *records*: of each variable that moved, the records that say something new since the portrait
    before.
    """

    at: date
    since: date
    moved: tuple[Moved, ...]
    records: Mapping[str, tuple[Evidence, ...]]

    def data(self, lang: str = "zh") -> dict[str, Any]:
        """{"at", "since", "moved": [words], "records": [{"variable", "title", "class", …}]}."""
        return {
            "at": self.at.isoformat(),
            "since": self.since.isoformat(),
            "moved": [_words(m, self.at, lang) for m in self.moved if m.what != "gate"],
            "records": [
                _record(name, piece) for name, pieces in self.records.items() for piece in pieces
            ],
        }


def _words(moved: Moved, at: date, lang: str) -> str:
    """发展型由红转绿; 家庭劳动力就业率低 1→0; an indicator's levels are 0, 0.5 and 1."""
    if moved.what == "colour":
        kind = next(t for t in types(at) if t.letter == moved.id)
        before, after = (colour_words(*ends, lang) for ends in (moved.before, moved.after))
        blanks = {"type": kind.title(lang), "before": before, "after": after}
        return tr("{type}由{before}转{after}", lang, **blanks)
    unit = next(u for t in types(at) for u in t.units if u.id == moved.id)
    return f"{unit.title(lang)} {_span(moved.before)}→{_span(moved.after)}"


def _span(ends: tuple[Any, Any]) -> str:
    low, high = (("否", "是")[e] if isinstance(e, bool) else f"{e / 2:g}" for e in ends)
    return low if low == high else f"{low}–{high}"


def _record(name: str, piece: Evidence) -> dict[str, Any]:
    return {
        "variable": name,
        "title": variables()[name].title,
        "class": piece.class_id,
        "class_title": sources()[piece.class_id].title,
        "department": piece.department,
        "data_date": piece.data_date.isoformat() if piece.data_date else None,
        "observed": piece.observed.isoformat() if piece.observed else None,
    }


def turnings(
    household: str, kept: list[dict[str, Any]], view_of: Any, standards: Any
) -> list[Turning]:
    """Each kept portrait of *household* compared with the one before, oldest first.

    *view_of* and *standards* give the facts and the parameters of a day.
    """
    here = [row for row in kept if not row["gone"]]
    return [_turning(household, old, new, view_of, standards) for old, new in pairwise(here)]


def _turning(
    household: str, old: dict[str, Any], new: dict[str, Any], view_of: Any, standards: Any
) -> Turning:
    std: Standards = standards(new["at"])
    was, now = (_facts(household, view_of(row["at"]), standards(row["at"])) for row in (old, new))
    moved = difference(old, new, was, now, std)
    names = dict.fromkeys(name for m in moved for name in m.because)
    before = provenance(view_of(old["at"]), standards(old["at"]), household)
    seen = provenance(view_of(new["at"]), std, household)
    records = {name: _news(before.get(name, ()), seen.get(name, ())) for name in names}
    return Turning(new["at"], old["at"], tuple(moved), records)


def _facts(household: str, view: View, std: Standards) -> dict[str, Any]:
    return features(view, std, households={household}).households.row(0, named=True)


def _news(before: Iterable[Evidence], now: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The records that say what none said before; the same delivered again is no news."""
    known = {(e.class_id, e.person, repr(e.value)) for e in before}
    return tuple(
        e for e in now if e.data_date and (e.class_id, e.person, repr(e.value)) not in known
    )
