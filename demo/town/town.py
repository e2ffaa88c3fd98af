"""A whole town: its life lived, told by its departments, spoiled a little, and the truth kept."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

import polars as pl

from core.sources import sources
from demo.town.errors import Wrongs, with_errors
from demo.town.feed import feed
from demo.town.span import span
from demo.town.views.shelf import shelf
from demo.town.world import World

LIFE = (
    "families", "fate", "demography", "school", "work", "pensions", "assistance", "disability",
    "illness", "elders", "patrols", "devices", "children", "trouble", "housing", "assets", "payments",
    "jobless", "region", "help", "calls",
)  # fmt: skip


@dataclass(frozen=True)
class Town:
    """*feeds*: class id -> rows in order of delivery, as text, with `observed`, `wrong`, `suffix`."""

    world: World
    feeds: dict[str, pl.DataFrame]
    wrongs: Wrongs


def live(households: int, years: int, seed: int) -> World:
    """Let the town live through its years."""
    world = World(seed, span(years), households)
    for part in LIFE:
        module = import_module(f"demo.town.life.{part}")
        step: Callable[[World], None] = getattr(module, part)
        step(world)
    return world


def make(households: int, years: int, seed: int) -> Town:
    """The town and everything its departments send."""
    world = live(households, years, seed)
    wrongs = Wrongs(world)
    feeds = {
        class_id: with_errors(wrongs, class_id, feed(world, class_id, shelf()[class_id](world)))
        for class_id in sources()
    }
    return Town(world, feeds, wrongs)
