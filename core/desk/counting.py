"""Cases counted town by town: open, closed in the last day, late, by colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.city import City
from core.desk.groups import Line, done_on, unvisited

COLOURS = ("红", "黄", "绿")


@dataclass(frozen=True)
class Town:
    """One town's cases: open, closed in the last day, late, by colour of the open ones."""

    code: str
    name: str
    open: int
    closed: int
    late: int
    colours: dict[str, int]


def towns(found: Sequence[Line], city: City, area: str, day: date, now: datetime) -> list[Town]:
    """Every town of the area with its own counts."""
    mine = [town for town in city.towns() if town.code.startswith(area[:9])]
    return [
        _town(town.code, town.name, [x for x in found if x.region.startswith(town.code)], day, now)
        for town in mine
    ]


def _town(code: str, name: str, found: list[Line], day: date, now: datetime) -> Town:
    live = [line for line in found if line.open]
    return Town(
        code=code,
        name=name,
        open=len(live),
        closed=sum(done_on(line, day - timedelta(days=1)) for line in found),
        late=sum(unvisited(line, now) for line in live),
        colours={c: sum(line.colour == c for line in live) for c in COLOURS},
    )
