"""One city's pack: its parameters, places and departments. Another city is another folder.

pinghu/parameters/<name>.yaml   one amount, limit or switch: dated values, each with source
pinghu/places.yaml              towns, villages, aliases, and what they were before
pinghu/departments.yaml         who sends data, who is called by a whistle
pinghu/city.yaml                name, code, case-number prefix, hotlines; based_on: the pack whose
                                parameters stand in, as assumed, for those it has not found out yet
"""

from core.city.fitting import fitting, open_pack
from core.city.pack import City, NoSuchPlace, Place, here, load_city, use_city
from core.city.reading import BadPack
from core.city.standards import NotInForce, Standards

__all__ = [
    "BadPack",
    "City",
    "NoSuchPlace",
    "NotInForce",
    "Place",
    "Standards",
    "fitting",
    "here",
    "load_city",
    "open_pack",
    "use_city",
]
