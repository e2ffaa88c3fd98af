"""A whole town: its life lived, told by its departments, spoiled a little, and the truth kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

import polars as pl
from polars import col

from core.sources import sources
from demo.town.errors import PHANTOM, Wrongs, with_errors
from demo.town.feed import OBSERVED, feed
from demo.town.span import span
from demo.town.truth.seen import Seen, needed
from demo.town.views.shelf import shelf
from demo.town.world import World

LIFE = (
    "families", "fate", "demography", "school", "work", "pensions", "assistance", "disability",
    "illness", "elders", "patrols", "devices", "children", "trouble", "housing", "assets", "payments",
    "jobless", "region", "help", "calls",
)  # fmt: skip
Take = Callable[[World, str, pl.DataFrame], None]


@dataclass(frozen=True)
class Town:
    """A life, when each right row was seen, and what went wrong on the way."""

    world: World
    seen: Seen
    wrongs: Wrongs


def live(households: int, years: int, seed: int) -> World:
    """Let the town live through its years."""
    world = World(seed, span(years), households)
    for part in LIFE:
        module = import_module(f"demo.town.life.{part}")
        step: Callable[[World], None] = getattr(module, part)
        step(world)
    return world


def deliveries(world: World, wrongs: Wrongs) -> Iterator[tuple[str, pl.DataFrame]]:
    """Class by class what its department sends: text with `observed`, `wrong` and `suffix`."""
    for class_id in sources():
        told = shelf()[class_id](world)
        yield class_id, with_errors(wrongs, class_id, feed(world, class_id, told))


def make(households: int, years: int, seed: int, take: Take | None = None) -> Town:
    """The town; *take* is handed every class, which is forgotten afterwards."""
    world = live(households, years, seed)
    wrongs, seen = Wrongs(world), Seen({})
    for class_id, rows in deliveries(world, wrongs):
        if take:
            take(world, class_id, rows)
        if class_id in needed():
            kept = [OBSERVED, "record_id", *needed()[class_id]]
            real = ~col("wrong") & ~col("record_id").str.ends_with(PHANTOM)
            seen.rows[class_id] = rows.filter(real).select(kept)
    return Town(world, seen, wrongs)
