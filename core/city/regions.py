"""Region codes of whole columns: old codes and names become the codes in force on a day."""

from collections import Counter
from datetime import date

import polars as pl
from polars import Expr

from core.city.pack import City
from core.city.places import LENGTHS


class Regions:
    """What a city's codes and names mean on a day."""

    def __init__(self, city: City, at: date) -> None:
        former = {p.code for place in city.places.values() for p in place.history}
        became = {code: city.now(code, at) for code in former}
        self._moved = {code: now for code, now in became.items() if now != code}
        self._named = _named(city)

    def same_as(self, other: "Regions") -> bool:
        """Whether every code and name means the same there."""
        return self._moved == other._moved and self._named == other._named

    def in_force(self, written: Expr) -> Expr:
        """The code in force for a code that was, or for a place's name; the grid stays behind it.

        Null for a word that means no place or more than one. Codes of elsewhere stay as they are.
        """
        digits = written.str.contains(r"^\d")
        named = written.replace_strict(self._named, default=None, return_dtype=pl.String)
        found = [e for level in ("village", "town") for e in self._exchanged(written, level)]
        return pl.coalesce(*found, pl.when(digits).then(written), pl.when(~digits).then(named))

    def _exchanged(self, written: Expr, level: str) -> list[Expr]:
        length = LENGTHS[level]
        codes = {code: now for code, now in self._moved.items() if len(code) == length}
        if not codes:
            return []
        head = written.str.slice(0, length)
        became = head.replace_strict(codes, default=None, return_dtype=pl.String)
        return [became + written.str.slice(length) if level == "village" else became]


def _named(city: City) -> dict[str, str]:
    """Everything that means one place: bare names, and names with their town in front."""
    told = {(name, p.code) for p in city.places.values() for name in p.called()}
    for place in city.places.values():
        for parent in {place.parent, *(past.parent for past in place.history)}:
            town = city.town_of(parent)
            heads = town.called() if town and place.level == "village" else ()
            told |= {(f"{head}{name}", place.code) for head in heads for name in place.called()}
    times = Counter(name for name, _ in told)
    return {name: code for name, code in sorted(told) if times[name] == 1}
