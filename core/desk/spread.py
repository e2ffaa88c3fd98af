"""Weekly and monthly: how many are poor in how many ways, by town and type (Alkire-Foster).

Kept by day and place, so that a period can be compared with the one before; small cells are held
back before anything is kept. A figure is an interval: the least and the most that what is not known
allows.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from polars import col

from core.city import City
from core.facts import Facts
from core.measure import published
from core.measure.of_types import of_types
from core.portrait import portrait
from core.portrait.shelf import types
from core.store.measured import Measured
from core.variables import features

Period = Literal["week", "month"]
Ends = tuple[float, float]
Figures = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Spread:
    """One place and type: H, A and M0 from least to most; *change* of M0 at its surest end."""

    place: str
    letter: str
    n: int
    h: Ends
    a: Ends | None
    m0: Ends
    change: float | None


def measured(facts: Facts, city: City, at: date) -> dict[str, Figures]:
    """By place (a town's code, or the city's) and letter: n, H, A and M0. Takes a while."""
    std = city.standards(at)
    found = features(facts.view(at), std).households
    town = found.select("household", town=col("region").str.slice(0, 9))
    seen = portrait(found, std).join(town, on="household", how="left")
    out: dict[str, Figures] = {city.code: {}}
    for letter, answer in of_types(seen, std, by="town").items():
        safe = published(answer)
        for place, group in {city.code: safe, **safe["by"]}.items():
            if place and not group.get("suppressed"):
                kept = {name: group[name] for name in ("n", "H", "A", "M0")}
                out.setdefault(place, {})[letter] = kept
    return out


async def keep(period: Period, at: date, figures: dict[str, Figures]) -> int:
    """Store the figures of a day; a second time replaces the first."""
    for place, told in figures.items():
        await Measured.update_or_create(
            kind=period, day=at, place=place, defaults={"figures": told}
        )
    return len(figures)


async def spread(period: Period, area: str, day: date, city: City) -> list[Spread]:
    """The newest figures by *day* for the towns of an area, compared with the period before."""
    rows = await Measured.filter(kind=period, day__lte=day).order_by("-day")
    days = sorted({row.day for row in rows}, reverse=True)[:2]
    if not days:
        return []
    newest = {row.place: row.figures for row in rows if row.day == days[0]}
    before = {row.place: row.figures for row in rows if row.day == days[-1] and len(days) > 1}
    letters = [kind.letter for kind in types(day)]
    return [
        _spread(place, letter, told[letter], before.get(place, {}).get(letter))
        for place, told in sorted(newest.items())
        if place.startswith(area[:9]) or (len(area) <= len(city.code) and place == city.code)
        for letter in letters
        if letter in told
    ]


def _spread(place: str, letter: str, told: dict[str, Any], was: dict[str, Any] | None) -> Spread:
    change = told["M0"][0] - was["M0"][0] if was else None
    a = None if told["A"][0] is None else (told["A"][0], told["A"][1])
    return Spread(
        place=place,
        letter=letter,
        n=told["n"],
        h=(told["H"][0], told["H"][1]),
        a=a,
        m0=(told["M0"][0], told["M0"][1]),
        change=change,
    )
