"""What the supervisor's morning shows, and the rows of the list of families: plain data.

Counts come in four units that are never added up with each other: households (户) and people (人)
count each once, household-times (户次) and person-times (人次) count every time.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from core.render.data.family import Colour, Number, Opened

Unit = Literal["household", "person", "household_time", "person_time"]


@dataclass(frozen=True, kw_only=True)
class Count:
    value: int
    unit: Unit = "household"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A big number: what it counts and one short line below it; *late* paints that line."""

    count: Count
    note: str = ""
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class Town:
    """Households by colour in one town, and of its open cases those that nobody is late with."""

    name: str
    red: int
    yellow: int
    green: int
    in_time: int = 0
    due: int = 0


@dataclass(frozen=True, kw_only=True)
class Whistle:
    """One department: how often it should have reported in by now, how often it did on time."""

    department: str
    called: int
    in_time: int


@dataclass(frozen=True, kw_only=True)
class Gain:
    """Families better off in one respect."""

    name: str
    count: Count
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Load:
    """A worker's open cases out of what one person can carry."""

    worker: str
    open: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class Stale:
    """A source that has not delivered, and what may be missed meanwhile."""

    source: str
    days: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Alkire-Foster figures of one place and type, in per cent: H, A and M0 with their intervals
    (the plain value is the least, what surely holds) and the change of M0."""

    place: str
    type: str
    h: Number
    h_low: Number
    h_high: Number
    a: Number
    a_high: Number
    m0: Number
    m0_high: Number
    change: Number | None = None


@dataclass(frozen=True, kw_only=True)
class Digest:
    """One morning. *published* means it leaves the house: counts below ten are then held back."""

    area: str
    day: date
    data_until: datetime
    opened: Opened
    new: Figure
    waiting: Figure
    helping: Figure
    closed: Figure
    towns: tuple[Town, ...] = ()
    watch: tuple[str, ...] = ()
    whistles: tuple[Whistle, ...] = ()
    better: tuple[Gain, ...] = ()
    loads: tuple[Load, ...] = ()
    visits: int = 0
    useful: int = 0
    cards: float | None = None  # a family and month, of the families that had any
    stale: tuple[Stale, ...] = ()
    reach: tuple[Count, ...] = ()
    reach_since: date | None = None
    spread: tuple[Spread, ...] = ()
    published: bool = False

    @property
    def calm(self) -> bool:
        """Nothing needs the supervisor today."""
        return not (self.watch or self.stale)


@dataclass(frozen=True, kw_only=True)
class FamilyRow:
    """One family in the list. *typed* and the two colours mean the same as in `Verdict`."""

    code: str
    town: str
    village: str
    head: str
    size: int
    typed: bool | None
    colour: Colour | None = None
    maybe: Colour | None = None
    types: str = ""
    labels: str = ""
    todo: str = ""
    who: str = ""
    due: date | None = None
    visited: date | None = None
    state: str = ""
