"""Every class and the function that tells it: found by walking the folder, nothing registered."""

import re
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules

import polars as pl

from core.sources import sources
from demo.town import views
from demo.town.views.simple import simple, told_by_data
from demo.town.world import World

NAME = re.compile(r"([pm]\d\d)_(\d\d)")
View = Callable[[World], pl.DataFrame]


class Untold(LookupError):
    """A class of the catalogue that no view tells."""


@cache
def shelf() -> dict[str, View]:
    """The view of every class of the catalogue, by class id, in its order."""
    found: dict[str, View] = {}
    for module in iter_modules(views.__path__, f"{views.__name__}."):
        loaded = import_module(module.name)
        if module.name.endswith((".shelf", ".simple")):
            continue
        for name in vars(loaded):
            if match := NAME.fullmatch(name):
                found[f"{match[1]}-{match[2]}".upper()] = getattr(loaded, name)
    found |= {class_id: partial(_simple, class_id) for class_id in told_by_data()}
    if missing := sorted(set(sources()) - set(found)):
        raise Untold(f"这些类没有人讲：{'、'.join(missing)}。")
    return {class_id: found[class_id] for class_id in sources()}


def _simple(class_id: str, world: World) -> pl.DataFrame:
    return simple(world, class_id)
