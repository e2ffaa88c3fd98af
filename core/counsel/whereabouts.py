"""Where somebody is: a town or village of the city, named anywhere in what he said."""

from core.access import Who
from core.city import City, Place

TOWN = 9
LEVELS = ("town", "village")
LONG_ENOUGH = 3  # characters that are left of a name without its ending
SHORT_OF = ("村", "社区", "镇", "街道")


def place_in(text: str, city: City) -> str:
    """The code of the one village named in *text*, else of the one town; "" when nobody can tell."""
    whole = [place.code for place in city.meant(text) if len(place.code) >= TOWN]
    if len(whole) == 1:
        return whole[0]
    named = [place for place in city.places.values() if place.level in LEVELS and _in(place, text)]
    towns = {place.code for place in named if place.level == "town"}
    villages = {p.code for p in named if p.level == "village" and (not towns or p.parent in towns)}
    found = villages if len(villages) == 1 else towns
    return next(iter(found)) if len(found) == 1 else ""


def home_of(who: Who, city: City, text: str = "") -> str:
    """Where *who* is known to live, else the place he names; "" when nobody can tell."""
    known = next((d.area for d in who.duties if d.role == "resident" and d.area), "")
    return known or place_in(text, city)


def is_guest(who: Who) -> bool:
    """Somebody nobody introduced: a resident without a place and without a household."""
    return all(d.role == "resident" and not (d.area or d.household) for d in who.duties)


def _in(place: Place, text: str) -> bool:
    return any(name in text for name in _names(place))


def _names(place: Place) -> set[str]:
    """Everything people call it, also without 村 or 镇 where enough of a name is left."""
    short = {name.removesuffix(end) for name in place.called() for end in SHORT_OF}
    return {*place.called(), *(name for name in short if len(name) >= LONG_ENOUGH)}
