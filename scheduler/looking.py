"""The calculated half of a sweep: facts as of a day → variables → take-up → portraits → monitors.

Without the database and without a clock but the stopwatch; what the database knows (lives, guards,
promised help) is given. Everybody is looked at, or only some families by some monitors.
"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import polars as pl

from core.city import City, Standards
from core.facts import View
from core.history import History
from core.house import House
from core.portrait import current, portrait
from core.takeup import Due, reckon, with_missing
from core.takeup.reckoning import facts_of
from core.variables import Features, features
from scheduler.monitors.frames.devices import devices
from scheduler.monitors.frames.prices import prices
from scheduler.monitors.frames.sources import sources
from scheduler.monitors.frames.tasks import Promise, tasks
from scheduler.monitors.guarded import Guards, guarded
from scheduler.monitors.judging import Verdicts, judge, tallies
from scheduler.monitors.shelf import Monitor, in_force
from scheduler.monitors.watch import Grain
from scheduler.snapshot import shelf_of

BRAKE: Grain = "monitor"  # judged last, over what the others found
KEYS = {"person", "household", "region", "member", "n_members", "n_members_unknown"}


@dataclass(frozen=True)
class Wanted:
    """What to look at: *watches* by their ids, without those of nobody's interest; *households*
    None is everybody; *now*: wall time in Shanghai, for sensors."""

    at: date
    now: datetime
    skip: Collection[str] = ()
    only: Collection[str] | None = None
    households: Collection[str] | None = None
    guards: Guards = field(default_factory=dict)
    promises: Sequence[Promise] = ()

    @property
    def whole(self) -> bool:
        return self.households is None and self.only is None

    def watches(self) -> list[Monitor]:
        found = [
            m
            for m in in_force(self.at)
            if m.watch.grain != BRAKE
            and m.id not in self.skip
            and (self.only is None or m.id in self.only)
        ]
        return guarded(found, self.guards)


@dataclass(frozen=True)
class Looked:
    """What was seen. *due* and *changed* (portraits) only of a whole look."""

    view: View
    std: Standards
    found: Features
    verdicts: list[Verdicts]
    due: Due | None
    changed: int
    ms: dict[str, int]


class Stopwatch:
    def __init__(self) -> None:
        self.ms: dict[str, int] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.ms[name] = self.ms.get(name, 0) + round((now - self._last) * 1000)
        self._last = now


def look(house: House, wanted: Wanted, view: View | None = None) -> Looked:
    """Calculate everything wanted; of a whole look, portraits that changed are kept."""
    city, watch = house.city, Stopwatch()
    std, view = city.standards(wanted.at), view or house.facts.view(wanted.at)
    found = features(view, std, wanted.households)
    watch.lap("variables")
    indices = prices(view, city.code)
    due, changed, portraits = None, 0, None
    if wanted.whole or wanted.promises:
        facts = facts_of(found, std, latest_prices(indices))
        due, found = reckon(found, facts, std), with_missing(found, facts, std)
        watch.lap("take_up")
        portraits = portrait(found.households, std)
        watch.lap("portraits")
    if wanted.whole and portraits is not None:
        shelf_of(house.settings.home).keep(found)
        kept = History(house.settings.portraits_folder)
        changed = kept.remember(wanted.at, portraits, current(std).version)
        watch.lap("history")
    watches = wanted.watches()
    others = _others(watches, view, wanted, city, found, indices, portraits)
    verdicts = judge(watches, *narrowed(found, watches, std), view, std, others)
    watch.lap("monitors")
    return Looked(view, std, found, verdicts, due if wanted.whole else None, changed, watch.ms)


def narrowed(
    found: Features, watches: list[Monitor], std: Standards
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Persons and households with the columns these monitors read: joins carry no others along."""
    family = [m for m in watches if m.watch.grain == "household"]
    counted = tallies(family, std).items()
    asked = {n for m in watches for n in m.columns(std)} | KEYS
    asked |= {n for name, t in counted for e in t.prepared(name) for n in e.meta.root_names()}
    persons, households = (
        frame.select(n for n in frame.columns if n in asked)
        for frame in (found.persons, found.households)
    )
    return persons, households


def latest_prices(indices: pl.DataFrame) -> tuple[int, int] | None:
    """The newest published index: consumer and food prices on the year, in basis points."""
    told = indices.drop_nulls(["cpi", "food"]).sort("month")
    return (told["cpi"][-1], told["food"][-1]) if told.height else None


def _others(
    watches: list[Monitor],
    view: View,
    wanted: Wanted,
    city: City,
    found: Features,
    indices: pl.DataFrame,
    portraits: pl.DataFrame | None,
) -> dict[Grain, pl.DataFrame]:
    """The frames of the grains that are not people, as far as a monitor of that grain is asked."""
    asked = {monitor.watch.grain for monitor in watches}
    frames: dict[Grain, pl.DataFrame] = {}
    if "device" in asked:
        frames["device"] = devices(view, wanted.now, found.persons, found.households)
    if "region" in asked:
        frames["region"] = indices
    if "source" in asked:
        frames["source"] = sources(view, city.code)
    if "task" in asked:
        scored = portraits if portraits is not None else found.households.select("household")
        frames["task"] = tasks(wanted.promises, scored, wanted.at)
    return frames
