"""A case as a line of a list, and the groups the morning counts and the desk lists.

What is counted and what is listed is told by the same words here, so a number and the list behind
it cannot disagree. Nothing sealed is opened.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core.cases.states import AFTER_VISIT, BEFORE_VISIT, OPEN
from core.clock import day_of
from core.store.casework import Case


@dataclass(frozen=True, kw_only=True)
class Line:
    """What may be counted of a case without opening anything."""

    id: int
    number: str
    monitor: str
    household: str
    person: str | None
    region: str
    line: str
    colour: str
    state: str
    opened_on: date
    opened_at: datetime
    answer_due: datetime | None
    visit_due: datetime | None
    close_due: datetime | None
    worker_id: int | None
    why_closed: str
    closed_at: datetime | None

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def due(self) -> datetime | None:
        """What is waited for next: the visit, then the end."""
        return self.visit_due if self.state in BEFORE_VISIT else self.close_due


COLUMNS = tuple(Line.__dataclass_fields__)
URGENCY = {"红": 0, "黄": 1, "绿": 2}
Belongs = Callable[[Line, date, datetime], bool]


async def lines(area: str = "", **narrowed: Any) -> list[Line]:
    """Every case of an area, open or not; *narrowed* as the store filters."""
    query = Case.filter(region__startswith=area, **narrowed)
    return [Line(**row) for row in await query.values(*COLUMNS)]


def late(line: Line, now: datetime) -> bool:
    """Nobody went in time, or it should have come to its end by now."""
    return line.open and line.due is not None and line.due < now


def unvisited(line: Line, now: datetime) -> bool:
    """The visit that was promised by some time has not been made."""
    return line.state in BEFORE_VISIT and line.visit_due is not None and line.visit_due < now


def done_on(line: Line, day: date) -> bool:
    """Later data proved on that day that the family was helped."""
    return line.why_closed == "helped" and line.closed_at is not None and _day(line) == day


def _day(line: Line) -> date:
    assert line.closed_at is not None
    return day_of(line.closed_at)


def _new(line: Line, day: date, now: datetime) -> bool:
    return line.opened_on == day


def _open(line: Line, day: date, now: datetime) -> bool:
    return line.open


def _waits(line: Line, day: date, now: datetime) -> bool:
    return line.state in BEFORE_VISIT


def _helped_along(line: Line, day: date, now: datetime) -> bool:
    return line.state in AFTER_VISIT


def _done(line: Line, day: date, now: datetime) -> bool:
    return done_on(line, day - timedelta(days=1))


def _late(line: Line, day: date, now: datetime) -> bool:
    return unvisited(line, now)


def _red(line: Line, day: date, now: datetime) -> bool:
    return line.open and line.colour == "红"


def _none(line: Line, day: date, now: datetime) -> bool:
    return False


GROUPS: dict[str, Belongs] = {
    "open": _open,
    "new": _new,
    "wait": _waits,
    "help": _helped_along,
    "done": _done,
    "late": _late,
    "red": _red,
}


def group(found: Iterable[Line], name: str, day: date, now: datetime) -> list[Line]:
    """Those of *found* that belong, the most pressing first; an unknown name holds nothing."""
    belongs = GROUPS.get(name, _none)
    return pressing(line for line in found if belongs(line, day, now))


def pressing(found: Iterable[Line]) -> list[Line]:
    return sorted(found, key=_pressing)


def _pressing(line: Line) -> tuple[Any, ...]:
    return not line.open, URGENCY.get(line.colour, 3), line.due or line.opened_at, line.id


def households(found: Iterable[Line]) -> int:
    """How many families: each once, however many cases it has."""
    return len({line.household for line in found})
