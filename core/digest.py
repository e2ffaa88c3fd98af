"""The supervisor's morning in numbers: what is new, what was done, what needs an eye.

Counts only, by town; families appear when somebody with the right drills down. The same groups
(core.desk.groups) count here and list there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.city import City
from core.clock import at_time
from core.desk.groups import Line, done_on, group, households, lines, unvisited
from core.desk.watching import Watched, watched
from core.store.casework import Call

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


@dataclass(frozen=True)
class Morning:
    """What a supervisor of *area* should know on the morning of *day*; families, not cases."""

    day: date
    area: str
    new: int
    done: int
    waiting: int
    helping: int
    late: int
    red: int
    watch: tuple[Watched, ...]
    towns: tuple[Town, ...]
    answered: dict[str, tuple[int, int]]  # unit → (reported in, called) of open cases
    stale: tuple[str, ...]


async def morning(
    day: date,
    area: str,
    city: City,
    *,
    now: datetime,
    stale: tuple[str, ...] = (),
    sign: int = 0,
) -> Morning:
    """The digest of *day*: cases opened that day, closed the day before, open now.

    *sign*: how many things wait for this supervisor's signature.
    """
    found = await lines(area, opened_on__lte=day)
    live = group(found, "open", day, now)
    calls = await Call.filter(case_id__in=[line.id for line in live]) if live else []
    return Morning(
        day=day,
        area=area,
        watch=watched(live, calls, now, stale, sign),
        towns=tuple(towns(found, city, area, day, now)),
        answered=_answered(calls),
        stale=stale,
        **{
            name: households(group(found, key, day, now))
            for name, key in (
                ("new", "new"), ("done", "done"), ("waiting", "wait"), ("helping", "help"),
                ("late", "late"), ("red", "red"),
            )
        },
    )  # fmt: skip


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


def _answered(calls: Sequence[Call]) -> dict[str, tuple[int, int]]:
    out: dict[str, tuple[int, int]] = {}
    for call in calls:
        said, asked = out.get(call.unit, (0, 0))
        out[call.unit] = (said + (call.state != "called"), asked + 1)
    return out


def digest_time(day: date) -> datetime:
    return at_time(day, 8)
