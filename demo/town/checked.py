"""Every monitor against the truth of a town: made, delivered, looked at night by night, graded."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.city import load_city
from demo.town.arrived import Arrivals
from demo.town.expected import Truth, truth_of
from demo.town.grading import Grade, grade
from demo.town.replay import Replay, replay
from demo.town.span import span
from demo.town.town import Town, make
from demo.town.truth.files import tables
from demo.town.truth.seen import LIVE

Progress = Callable[[date], None]


@dataclass(frozen=True)
class Known:
    """A town, what its departments delivered, and its truth in the words of monitors."""

    town: Town
    arrivals: Arrivals
    truth: Truth


@dataclass(frozen=True)
class Checked:
    """*seconds* are those of the replay alone."""

    known: Known
    replay: Replay
    grades: dict[str, Grade]
    seconds: float


def known(households: int, years: int, seed: int) -> Known:
    arrivals = Arrivals(load_city("pinghu"))
    town = make(households, years, seed, arrivals.take)
    told = tables(town)
    marks = arrivals.marks(told["people"]["id_no"].unique(), town.world.span.last_date)
    return Known(town, arrivals, truth_of(told, marks))


def check(of: Known, days: Sequence[date], progress: Progress | None = None) -> Checked:
    """Look on each of these days; from the day the watches went live on it is graded."""
    wanted = {must.about for must in of.truth.musts}
    begun = time.perf_counter()
    early = [day for day in days if day < LIVE]
    replay(of.arrivals, early, set(), progress)
    seen = replay(of.arrivals, days[len(early) :], wanted, progress)
    seconds = time.perf_counter() - begun
    return Checked(of, seen, grade(seen, of.truth), seconds)


def nights(years: int, many: int) -> list[date]:
    """The last *many* days of a town of so many years."""
    last, first = span(years).last_date, span(years).first_date
    many = min(many, (last - first).days + 1)
    return [last - timedelta(days=back) for back in reversed(range(many))]
