"""02:30: look at everybody with the data known by today, and act on what is new.

Facts as of the day → variables → portraits → monitors → findings and cases → messages. The
calculation runs beside the event loop; what it means is written family by family.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl

from core.clock import at_time, day_of
from core.family.members import names_of
from core.governance import governed
from core.history import History
from core.house import House
from core.portrait import current, portrait
from core.variables import features
from scheduler.findings import Night, settle_all
from scheduler.monitors.judging import Verdicts, judge
from scheduler.monitors.shelf import in_force

NAME = "sweep"
EVERY = "30 2 * * *"


@dataclass(frozen=True)
class Looked:
    """The calculated half of a sweep."""

    households: int
    persons: int
    portraits: pl.DataFrame
    changed: int
    verdicts: list[Verdicts]
    names: dict[str, dict[str, str]]
    ms: dict[str, int]


async def run(house: House, due: datetime) -> dict[str, Any]:
    return await sweep(house, day_of(due), now=due)


async def sweep(house: House, at: date, *, now: datetime | None = None) -> dict[str, Any]:
    """Everything the night does, as of *at*; the report of INTERFACE `jpf sweep --json`."""
    moment = now or at_time(at, 2, 30)
    house = await governed(house)
    looked = await asyncio.to_thread(calculate, house, at)
    started = time.perf_counter()
    tallies = await settle_all(
        looked.verdicts, Night(house.city, at=at, now=moment, names=looked.names)
    )
    monitors = [
        {
            "id": verdicts.monitor.id,
            "title": verdicts.monitor.label.title,
            "hits": verdicts.hits,
            "unknown": verdicts.unknown,
            "stale": list(verdicts.stale),
            "opened": tallies[verdicts.monitor.id].opened,
            "closed": tallies[verdicts.monitor.id].closed,
        }
        for verdicts in looked.verdicts
    ]
    return {
        "at": at.isoformat(),
        "households": looked.households,
        "persons": looked.persons,
        "portraits_changed": looked.changed,
        "ms": {**looked.ms, "cases": _ms(started)},
        "monitors": monitors,
    }


def calculate(house: House, at: date) -> Looked:
    """Calculation without the database or a clock but the stopwatch; portraits that changed are kept."""
    std, view, ms = house.city.standards(at), house.facts.view(at), {}
    started = time.perf_counter()
    found = features(view, std)
    ms["variables"], started = _ms(started), time.perf_counter()
    portraits = portrait(found.households, std)
    ms["portraits"], started = _ms(started), time.perf_counter()
    kept = History(house.settings.portraits_folder)
    changed = kept.remember(at, portraits, current(std).version)
    ms["history"], started = _ms(started), time.perf_counter()
    verdicts = judge(in_force(at), found.persons, found.households, view, std)
    ms["monitors"], started = _ms(started), time.perf_counter()
    names = names_of(view, house.vault, _hit(verdicts))
    return Looked(
        found.households.height, found.persons.height, portraits, changed, verdicts, names, ms
    )


def _hit(verdicts: list[Verdicts]) -> list[tuple[str, str, str | None]]:
    """(subject, household, person) of everybody a monitor points at."""
    rows = [
        row
        for told in verdicts
        for row in told.frame.filter(pl.col("says")).select("subject", "household", "person").rows()
    ]
    return list(dict.fromkeys(rows))


def _ms(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
