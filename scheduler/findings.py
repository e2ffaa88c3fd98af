"""What a night's verdicts mean: findings open and close, families get one case, old cases settle.

Running the same day twice changes nothing: a finding is unique by monitor, subject and day, and an
open one is never opened again. Unknown changes nothing either way. What is found about one family in one
night becomes one case, so that one person goes there once; a red finding, or one for a restricted
line, stays a case of its own. A finding that may not have a case yet is kept and waits (`held`).
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import islice

import polars as pl

from core.city import City
from core.monitoring import nights, turns
from core.store.casework import Finding
from core.store.database import atomically
from scheduler import braking, opening, settling
from scheduler.conduct import ELSEWHERE, FLOOD, OPEN, SILENT, Conduct
from scheduler.monitors.judging import Verdicts
from scheduler.monitors.shelf import Monitor
from scheduler.opening import Last, New, Row, last_findings
from scheduler.settling import Known

Asked = tuple[str, str, str | None]
Namer = Callable[[list[Asked]], dict[str, dict[str, str]]]
TOGETHER = 25  # families written in one transaction


@dataclass
class Tally:
    """What happened with one monitor's findings that night; *held*: found, but without a case yet."""

    opened: int = 0
    closed: int = 0
    held: int = 0


def nameless(asked: list[Asked]) -> dict[str, dict[str, str]]:
    return {}


@dataclass
class Night:
    """One night's bookkeeping over all monitors. *names* says how families are called; *whole*:
    everybody was looked at, so the counts are the day's and the brake can judge them."""

    city: City
    at: date
    now: datetime
    names: Namer = nameless
    conduct: Conduct = field(default_factory=Conduct)
    whole: bool = True
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    brakes: list[Verdicts] = field(default_factory=list)


async def settle_all(told: Iterable[Verdicts], night: Night) -> dict[str, Tally]:
    """Settle what is open, then open what is new; how many of each monitor."""
    verdicts = list(told)
    known = await settling.known([v.monitor.id for v in verdicts])
    rows = {v.monitor.id: _rows(v, known) for v in verdicts}
    for monitor in await settling.settle_cases(known, rows, at=night.at, now=night.now):
        night.tallies[monitor].closed += 1
    found = await _found(verdicts, rows, known, night)
    brake = braking.Braked()
    if night.whole:
        brake = await braking.brake(found, night.city, at=night.at, now=night.now)
    if brake.verdicts:
        night.brakes.append(brake.verdicts)
        await _own_matter(brake.verdicts, night)
    await _hold(found, brake.held, night)
    await _open(
        [new for new in found if new.way == OPEN and new.monitor.id not in brake.held], night
    )
    if night.whole:
        await _write_down(verdicts, night)
    await turns.let_out(night.city, at=night.now)
    return night.tallies


async def _own_matter(verdicts: Verdicts, night: Night) -> None:
    """The brake is a monitor too: its findings settle and open like any other's."""
    known = await settling.known([verdicts.monitor.id])
    rows = {verdicts.monitor.id: _rows(verdicts, known)}
    for monitor in await settling.settle_cases(known, rows, at=night.at, now=night.now):
        night.tallies[monitor].closed += 1
    await _open(await _found([verdicts], rows, known, night), night)


def _rows(verdicts: Verdicts, known: list[Known]) -> dict[str, Row]:
    """The rows that matter tonight, by subject: hits, and whoever has an open finding."""
    watched = [k.subject for k in known if k.monitor == verdicts.monitor.id]
    frame = verdicts.frame.filter(pl.col("says") | pl.col("subject").is_in(watched))
    return {row["subject"]: row for row in frame.iter_rows(named=True)}


async def _found(
    verdicts: list[Verdicts], rows: dict[str, dict[str, Row]], known: list[Known], night: Night
) -> list[New]:
    """Every hit without a case: new ones that do not cool down, and those that were held."""
    standing = {(k.monitor, k.subject): k for k in known}
    found = []
    for verdict in verdicts:
        monitor = verdict.monitor
        for subject, row in rows[monitor.id].items():
            one = standing.get((monitor.id, subject))
            if not row["says"] or (one and one.held not in (SILENT, ELSEWHERE, FLOOD)):
                continue
            way, held = night.conduct.way(monitor, row), one.held if one else ""
            if way and way != held:
                found.append(New(monitor, row, way, one.id if one else None, held))
    last = await last_findings(found)
    return [
        opening.again_today(new, last, night.at)
        for new in found
        if not opening.cools_down(new, last, night.at)
    ]


async def _hold(found: list[New], braked: frozenset[str], night: Night) -> None:
    """Keep what may not have a case yet; what was held for another reason says the new one."""
    why = {id(n): FLOOD if n.way == OPEN else n.way for n in found if _waits(n, braked)}
    waiting = [new for new in found if id(new) in why]
    fresh = [new for new in waiting if new.finding is None]
    rows = [opening.finding(new, night.at, held=why[id(new)]) for new in fresh]

    async def work() -> None:
        await Finding.bulk_create(rows, batch_size=500)
        for new in waiting:
            if new.finding is not None and new.held != why[id(new)]:
                kept = {"held": why[id(new)], "closed_on": None, "why_closed": ""}
                await Finding.filter(id=new.finding).update(**kept)

    await atomically(work)
    for new in fresh:
        night.tallies[new.monitor.id].held += 1


def _waits(new: New, braked: frozenset[str]) -> bool:
    return new.way != OPEN or new.monitor.id in braked


async def _open(found: list[New], night: Night) -> None:
    """One case for what is new about a family tonight; what flares up aside."""
    groups: dict[tuple[str, str, str], list[New]] = defaultdict(list)
    for new in found:
        groups[new.group].append(new)
    if not groups:
        return
    last = await last_findings(found)
    names = await asyncio.to_thread(night.names, list(dict.fromkeys(new.asked for new in found)))
    left = iter(groups.values())
    while some := list(islice(left, TOGETHER)):
        for monitor in await atomically(partial(_open_some, some, last, names, night)):
            night.tallies[monitor].opened += 1


async def _open_some(
    groups: list[list[New]], last: Last, names: dict[str, dict[str, str]], night: Night
) -> list[str]:
    opened = []
    for group in groups:
        opened += await opening.open_group(
            group, last, names, night.city, day=night.at, now=night.now
        )
    return opened


async def _write_down(verdicts: list[Verdicts], night: Night) -> None:
    """The counts of the day, of the monitors that count."""
    counts = {
        v.monitor.id: nights.Count(
            version=v.monitor.watch.version, hits=v.hits, unknown=v.unknown,
            opened=night.tallies[v.monitor.id].opened, closed=night.tallies[v.monitor.id].closed,
        )
        for v in verdicts
        if night.conduct.life(v.monitor.id).counts
    }  # fmt: skip
    await atomically(lambda: nights.write_down(night.at, counts))


__all__ = ["Monitor", "Night", "Tally", "settle_all"]
