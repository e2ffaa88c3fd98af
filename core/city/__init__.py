"""One city's pack: its parameters, places and departments. Another city is another folder.

pinghu/parameters/<name>.yaml   one amount, limit or switch: dated values, each with source
pinghu/places.yaml              towns, villages, aliases, history
pinghu/departments.yaml         who sends data, who is called by a whistle
pinghu/city.yaml                name, code, case-number prefix, hotlines
"""

from core.city.pack import City, Place, here, load_city, use_city
from core.city.standards import NotInForce, Standards

__all__ = ["City", "NotInForce", "Place", "Standards", "here", "load_city", "use_city"]
