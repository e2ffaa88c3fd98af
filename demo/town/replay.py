"""A town looked at day by day, as nights would: what every monitor found, from when until when."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

import polars as pl
from polars import col

from core.city import City
from core.facts import View
from core.variables import features
from demo.town.arrived import Arrivals
from scheduler.monitors.frames.devices import devices
from scheduler.monitors.frames.prices import prices
from scheduler.monitors.frames.sources import sources
from scheduler.monitors.judging import Verdicts, judge
from scheduler.monitors.shelf import in_force
from scheduler.monitors.watch import Grain

About = tuple[str, str]  # monitor, subject
OURS: tuple[Grain, ...] = (
    "monitor",
    "task",
)  # judge what we did ourselves; a town has no part in it


@dataclass
class Episode:
    """One finding: open on the judged days from *first* to *last*; *hits*: the days on which its
    condition held, on the others it was only kept open."""

    monitor: str
    subject: str
    first: date
    last: date
    household: str | None = None
    person: str | None = None
    hits: list[date] = field(default_factory=list)


@dataclass
class Replay:
    """*cannot_tell*: subject-days per monitor nobody could judge; *unsure*: the days, of those who
    were asked about; *asked*: subject-days in all."""

    wanted: set[About]
    days: list[date] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)
    unsure: dict[About, list[date]] = field(default_factory=lambda: defaultdict(list))
    cannot_tell: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    _open: dict[About, Episode] = field(default_factory=dict)

    def add(self, at: date, told: Iterable[Verdicts]) -> None:
        """One more day. An open finding stays until its condition is surely over."""
        self.days.append(at)
        for verdicts in told:
            self._count(at, verdicts)
            self._settle(at, verdicts)

    def _count(self, at: date, verdicts: Verdicts) -> None:
        name = verdicts.monitor.id
        self.asked[name] += verdicts.frame.height
        self.cannot_tell[name] += verdicts.unknown
        for subject in verdicts.frame.filter(col("says").is_null())["subject"]:
            if (name, subject) in self.wanted:
                self.unsure[name, subject].append(at)

    def _settle(self, at: date, verdicts: Verdicts) -> None:
        name, frame = verdicts.monitor.id, verdicts.frame
        over = set(frame.filter(~col("still"))["subject"])
        for about in [a for a in self._open if a[0] == name and a[1] in over]:
            del self._open[about]
        hits = frame.filter("says").select("subject", "household", "person")
        for subject, household, person in hits.iter_rows():
            if (name, subject) not in self._open:
                found = Episode(name, subject, at, at, household, person)
                self._open[name, subject] = found
                self.episodes.append(found)
            self._open[name, subject].hits.append(at)
        for about, episode in self._open.items():
            if about[0] == name:
                episode.last = at


def replay(
    arrivals: Arrivals,
    days: Iterable[date],
    wanted: set[About],
    progress: Callable[[date], None] | None = None,
) -> Replay:
    """Look at everybody on each of these days, with what had arrived by its end; every monitor
    opens on any day, whatever its rhythm."""
    found = Replay(wanted)
    for at in days:
        found.add(at, look(arrivals.view(at), arrivals.city))
        if progress:
            progress(at)
    return found


def look(view: View, city: City) -> list[Verdicts]:
    """What every monitor of the town's life says at the end of the view's day."""
    std = city.standards(view.at)
    found = features(view, std)
    now = datetime.combine(view.at, time(23, 59))
    frames: dict[Grain, pl.DataFrame] = {
        "device": devices(view, now, found.persons, found.households),
        "region": prices(view, city.code),
        "source": sources(view, city.code),
    }
    watches = [m for m in in_force(view.at) if m.watch.grain not in OURS]
    return judge(watches, found.persons, found.households, view, std, frames)
