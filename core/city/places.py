"""A place, what it is called, and what it was before: names, codes and towns change, with dates."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

LENGTHS = {"province": 2, "prefecture": 4, "county": 6, "town": 9, "village": 12, "hamlet": 14}
SHORTEST = 2  # characters a place must be called by at the head of an address
GRID = 12  # digits before those of a grid


@dataclass(frozen=True)
class Past:
    """What a place was until (and on) a day: its code, name and parent then."""

    until: date
    code: str
    name: str
    parent: str
    tag: str = "assumed"
    source: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """A place by its code: 6 digits county, 9 town, 12 village, 14 grid.

    *history*: what it was before; two entries until the same day are a merger.
    """

    code: str
    name: str
    level: str
    parent: str
    aliases: tuple[str, ...] = ()
    tag: str = "page"
    lat: float | None = None
    lon: float | None = None
    history: tuple[Past, ...] = ()

    def called(self) -> tuple[str, ...]:
        """Everything people call it, former names included."""
        before = [name for p in self.history for name in (p.name, *p.aliases)]
        return tuple(dict.fromkeys((self.name, *self.aliases, *before)))

    def on(self, at: date) -> tuple["Place", ...]:
        """What it was on a day: itself, one former place, or the several it was merged from."""
        ends = sorted({p.until for p in self.history if p.until >= at})
        if not ends:
            return (self,)
        return tuple(self._was(p) for p in self.history if p.until == ends[0])

    def _was(self, past: Past) -> "Place":
        return replace(
            self, code=past.code, name=past.name, parent=past.parent, tag=past.tag, history=()
        )


def now(places: Mapping[str, Place], code: str, at: date | None = None) -> str:
    """The code in force on a day (the newest: None) for one that was; an unknown one stays.

    Of a village that only the old town tells, the new town remains: better wide than wrong.
    """
    for length in (GRID, LENGTHS["town"]):
        head = code[:length]
        if head in places:
            return code
        if became := _became(places, head, at):
            return became + (code[length:] if length == GRID else "")
    return code


def meant(places: Mapping[str, Place], text: str) -> list[Place]:
    """All places a text may mean: none nobody knows, several cannot be told apart.

    A bare name, a code, or a town with a village or an address in it (林埭镇虹霓农贸市场); names
    and towns of the past count.
    """
    whole = tidy(text)
    name = _without_city(places, whole)
    return _bare(places, whole) or _bare(places, name) or _in_town(places, name)


def near(places: Iterable[Place], text: str) -> list[str]:
    """Names that look like a text, for a sentence that asks back."""
    return get_close_matches(tidy(text), [n for p in places for n in p.called()], n=3)


def tidy(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _bare(places: Mapping[str, Place], name: str) -> list[Place]:
    code = now(places, name)
    return [p for p in places.values() if code == p.code or name in p.called()]


def _without_city(places: Mapping[str, Place], text: str) -> str:
    """The text without the province, prefecture and county it may begin with."""
    for place in places.values():
        if place.level in ("province", "prefecture", "county"):
            heads = [n for n in place.called() if text.startswith(n) and text != n]
            text = text.removeprefix(max(heads, key=len, default=""))
    return text


def _in_town(places: Mapping[str, Place], text: str) -> list[Place]:
    """Villages of the town a text begins with: named by the rest, else at the head of the rest."""
    heads = [
        ({town.code, *(p.code for p in town.history)}, name)
        for town in places.values()
        for name in town.called()
        if town.level == "town" and text.startswith(name) and text != name
    ]
    longest = max((len(name) for _, name in heads), default=0)
    inside = [
        (place, text[longest:])
        for codes, name in heads
        if len(name) == longest
        for place in places.values()
        if codes & {place.parent, *(p.parent for p in place.history)}
    ]
    exact = [place for place, rest in inside if rest in place.called()]
    return exact or [place for place, rest in inside if _heads(place, rest)]


def _heads(place: Place, rest: str) -> bool:
    return any(len(name) >= SHORTEST and rest.startswith(name) for name in place.called())


def _became(places: Mapping[str, Place], code: str, at: date | None) -> str | None:
    """What the one place with this former code is called by now; None when it was divided."""
    found = [
        life.code
        for place in places.values()
        if any(p.code == code and (at is None or at > p.until) for p in place.history)
        for life in ((place,) if at is None else place.on(at))
    ]
    return found[0] if len(found) == 1 else None
