"""The order in which a day's families are walked: place by place, from the most pressing on.

Where families live exactly is nobody's business here: villages and grids are all that is used.
"""

from collections.abc import Iterable, Sequence
from math import cos, hypot, radians
from typing import Protocol, TypeVar

from core.city import City
from core.city.places import Place

VILLAGE, GRID = 12, 14
FAR = 1e9


class Somewhere(Protocol):
    """Anything in a region: a case, a line of a list."""

    @property
    def region(self) -> str: ...


T = TypeVar("T", bound=Somewhere)


def walked(found: Sequence[T], city: City) -> list[T]:
    """*found*, given the most pressing first, so that no village is visited twice.

    The walk begins in the village of the first; the next village is the nearest one left.
    """
    left: dict[str, list[T]] = {}
    for one in found:
        left.setdefault(one.region[:VILLAGE], []).append(one)
    out: list[T] = []
    here = found[0].region[:VILLAGE] if found else ""
    while left:
        here = here if here in left else _nearest(here, left, city)
        out += sorted(left.pop(here), key=lambda one: one.region[:GRID])
    return out


def _nearest(here: str, left: Iterable[str], city: City) -> str:
    """The closest of the places left; the same town first where nobody knows better."""
    return min(left, key=lambda there: (distance(city, here, there), there[:9] != here[:9], there))


def distance(city: City, one: str, other: str) -> float:
    """Kilometres as the crow flies between two places, as far as the pack knows them."""
    a, b = _known(city, one), _known(city, other)
    if a is None or b is None or a.lat is None or b.lat is None:
        return FAR
    assert a.lon is not None and b.lon is not None
    across = (a.lon - b.lon) * cos(radians(a.lat))
    return hypot(a.lat - b.lat, across) * 111.2


def _known(city: City, code: str) -> Place | None:
    """The narrowest place around *code* whose position the pack knows."""
    places = (city.places.get(code[:length]) for length in (GRID, VILLAGE, 9))
    return next((p for p in places if p and p.lat is not None), None)
