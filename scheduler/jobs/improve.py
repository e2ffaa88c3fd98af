"""03:40: which monitors do people find wrong too often, and what could be done about it?

For each of them its judged findings are looked at as they were on the day they began; a condition that
would have kept the false ones away is proposed with what it would have done, else a pause. People
decide.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

import polars as pl

from core.city import City
from core.clock import day_of
from core.facts import View
from core.house import House
from core.monitoring import guards, learning
from core.monitoring.learning import PAUSE, TIGHTEN, Weak
from core.monitoring.outcomes import JUDGED, RIGHT
from core.monitoring.tighten import Tighter, best_guard
from core.store.casework import Finding
from core.store.database import atomically
from core.store.monitoring import Outcome
from core.variables import features, variables
from scheduler.monitors.guarded import guarded
from scheduler.monitors.judging import framed
from scheduler.monitors.shelf import Monitor, monitors

NAME = "improve"
EVERY = "40 3 * * *"
MOST = 200  # judged findings looked back at
ALSO = ("status", "n_members", "elder_alone", "low_income", "student", "age_group", "hukou_local")
Judged = dict[date, list[tuple[str, str, bool]]]  # day → (subject, household, right)


async def run(house: House, due: datetime) -> dict[str, Any]:
    made = []
    for weak in await learning.weak(house.city.standards(day_of(due))):
        kind, remedy = await _remedy(house, weak, day_of(due))
        label = monitors()[weak.monitor].label
        figures = {"title": label.title, "title_en": label.title_en, **remedy}
        await atomically(partial(learning.propose, weak, kind, figures, house.city, at=due))
        made.append({"monitor": weak.monitor, "kind": kind})
    return {"proposed": made}


async def _remedy(house: House, weak: Weak, day: date) -> tuple[str, Mapping[str, Any]]:
    """The best further condition with what it would have done; where there is none, a pause."""
    monitor = guarded([monitors()[weak.monitor]], await guards.in_force(day))[0]
    if monitor.watch.grain in ("person", "household"):
        judged = await _judged(weak)
        found = await asyncio.to_thread(tighter, monitor, judged, house.facts.view, house.city)
        if found is not None:
            return TIGHTEN, {"guard": {**found.to_json(), **_called(monitor, found.where.column)}}
    return PAUSE, {}


def _called(monitor: Monitor, column: str) -> dict[str, str]:
    """What a column is called: as evidence of the monitor, or as a variable of the household."""
    shown = next((show.what for show in monitor.watch.shows if show.column == column), "")
    variable = variables().get(column)
    words = shown or (variable.title if variable else column)
    return {"words": words, "words_en": variable.title_en if variable else column}


async def _judged(weak: Weak) -> Judged:
    """Its newest judged findings by the day they began."""
    rows = Outcome.filter(
        monitor=weak.monitor, version=weak.version, leads=True, verdict__in=JUDGED
    ).order_by("-id")
    verdicts = {row.case_id: row.verdict in RIGHT for row in await rows.limit(MOST)}
    found: Judged = defaultdict(list)
    for finding in await Finding.filter(monitor=weak.monitor, case_id__in=list(verdicts)):
        right = verdicts[finding.case_id or 0]
        found[finding.opened_on].append((finding.subject, finding.household, right))
    return found


def tighter(monitor: Monitor, judged: Judged, view_of: Any, city: City) -> Tighter | None:
    """Look at each day's findings as they were known on that day."""
    columns = {*monitor.columns(city.standards(max(judged, default=date.max))), *ALSO}
    parts = [
        _known(monitor, day, rows, view_of(day), city, columns) for day, rows in judged.items()
    ]
    known = [part for part in parts if part is not None]
    return best_guard(pl.concat(known, how="diagonal_relaxed"), columns) if known else None


def _known(
    monitor: Monitor,
    day: date,
    rows: list[tuple[str, str, bool]],
    view: View,
    city: City,
    columns: set[str],
) -> pl.DataFrame | None:
    std = city.standards(day)
    found = features(view, std, {household for _, household, _ in rows})
    frame = framed(monitor, found.persons, found.households, std, also=ALSO)
    told = pl.DataFrame(rows, schema=["subject", "household", "right"], orient="row")
    there = [c for c in frame.columns if c in columns]
    subject = "person" if monitor.watch.grain == "person" else "household"
    met = frame.select(pl.col(subject).alias("subject"), *(c for c in there if c != subject)).join(
        told.select("subject", "right"), on="subject", how="inner"
    )
    return met.drop("subject") if met.height else None
