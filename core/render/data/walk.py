"""A worker's day on one small map: places in walking order, families as stops, never an address."""

from dataclasses import dataclass
from datetime import date

from core.render.data.family import Colour, Opened


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One family: its case number, its colour, by when somebody should have been there."""

    number: str
    due: str = ""
    late: bool = False
    colour: Colour | None = None


@dataclass(frozen=True, kw_only=True)
class Station:
    """A place with its stops; *away*: kilometres from the one before, None where nobody knows."""

    name: str
    town: str = ""
    away: float | None = None
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Walk:
    """The stations of one day in order; *more* families are left for another day."""

    day: date
    opened: Opened
    stations: tuple[Station, ...] = ()
    more: int = 0

    @property
    def stops(self) -> list[Stop]:
        return [stop for station in self.stations for stop in station.stops]
