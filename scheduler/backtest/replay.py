"""Replay stored days: what each monitor says, what it would open and close, what nobody can tell."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import polars as pl

from core.city.standards import NotInForce
from core.house import House
from core.matching.lasting import Lasting
from scheduler.looking import Wanted, look
from scheduler.monitors.guarded import Guards
from scheduler.monitors.judging import Verdicts
from scheduler.monitors.shelf import monitors
from scheduler.rhythm import due_in_nights

OPENING = {
    "monitor": pl.String(),
    "subject": pl.String(),
    "person": pl.String(),
    "household": pl.String(),
    "region": pl.String(),
    "colour": pl.String(),
    "opened": pl.Date(),
    "closed": pl.Date(),
}
PROMISES = "task"  # our own records, of which no state of a past day was kept
NOT_REPLAYED = (PROMISES, "monitor")  # the brake is judged afterwards, by what the others opened


@dataclass(frozen=True)
class Day:
    """One monitor on one day."""

    day: date
    hits: int
    new: int
    unknown: int
    judged: int


@dataclass
class Replayed:
    """*days* by monitor; every opening with the day it closed (null: open at the end). *met*: how
    often two monitors pointed at one family on the day one of them opened something there."""

    days: dict[str, list[Day]] = field(default_factory=lambda: defaultdict(list))
    openings: list[dict[str, Any]] = field(default_factory=list)
    met: dict[str, dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    ms: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def frame(self) -> pl.DataFrame:
        return pl.DataFrame(self.openings, schema=OPENING, orient="row")


def replay(
    house: House,
    days: Collection[date],
    *,
    guards: Guards | None = None,
    only: Collection[str] | None = None,
    beside: Collection[str] | None = None,
) -> Replayed:
    """Go through *days* in order. *only*: the monitors whose openings are told, None all;
    *beside*: those looked at for overlap."""
    told, open_, before = Replayed(), Open(), min(days, default=date.max) - timedelta(days=1)
    asked = None if only is None else {*only, *(beside or ())}
    for day, verdicts, ms in looked(house, days, guards or {}, asked):
        for name, spent in ms.items():
            told.ms[name] += spent
        due = due_in_nights([v.monitor for v in verdicts], before, day)
        _one_day(told, open_, day, verdicts, due, only)
        before = day
    told.openings = open_.told
    return told


def looked(
    house: House, days: Collection[date], guards: Guards, asked: Collection[str] | None
) -> Iterator[tuple[date, list[Verdicts], Mapping[str, int]]]:
    """Each day's verdicts; days before any monitor was in force are passed over."""
    known = [m.id for m in monitors().values() if m.watch.grain not in NOT_REPLAYED]
    chosen = [m for m in known if asked is None or m in asked]
    lasting = Lasting()
    for day in sorted(days):
        now = datetime.combine(day, time(23, 59))  # a view knows what came by the end of its day
        try:
            view = lasting.view(house.facts.view(day))
            seen = look(house, Wanted(day, now, only=chosen, guards=guards), view)
        except NotInForce:
            continue
        yield day, seen.verdicts, seen.ms


class Open:
    """What is open while the days go by."""

    def __init__(self) -> None:
        self.now: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        self.told: list[dict[str, Any]] = []

    def take(self, verdicts: Verdicts, day: date, *, due: bool) -> list[dict[str, Any]]:
        """Close what is over, open what is new if the monitor's hour is come; what was opened."""
        monitor, mine = verdicts.monitor, self.now[verdicts.monitor.id]
        rows = verdicts.frame.filter(pl.col("says") | pl.col("subject").is_in(list(mine)))
        opened = []
        for row in rows.iter_rows(named=True):
            subject = row["subject"]
            if subject in mine:
                if row["still"] is False:
                    mine.pop(subject)["closed"] = day
            elif row["says"] and due:
                one = {name: row.get(name) for name in OPENING if name in row}
                one |= {"monitor": monitor.id, "opened": day, "closed": None}
                mine[subject] = one
                opened.append(one)
        self.told += opened
        return opened


def _one_day(
    told: Replayed,
    open_: Open,
    day: date,
    verdicts: list[Verdicts],
    due: Collection[str],
    only: Collection[str] | None,
) -> None:
    homes = _homes(verdicts)
    for verdict in verdicts:
        name = verdict.monitor.id
        if only is not None and name not in only:
            continue
        opened = open_.take(verdict, day, due=name in due)
        judged = verdict.frame.height
        told.days[name].append(Day(day, verdict.hits, len(opened), verdict.unknown, judged))
        for one in opened:
            for other in homes.get(one["household"], set()) - {name}:
                told.met[name][other] += 1


def _homes(verdicts: list[Verdicts]) -> dict[str, set[str]]:
    """Which monitors point at each family today."""
    found: dict[str, set[str]] = defaultdict(set)
    for verdict in verdicts:
        for home in verdict.frame.filter(pl.col("says"))["household"].unique():
            if home:
                found[home].add(verdict.monitor.id)
    return found


def span(first: date, last: date, step: int = 1) -> list[date]:
    """The days from *first* to *last*, every *step*-th."""
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
