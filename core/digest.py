"""The supervisor's morning in numbers: what is new, what was done, what needs an eye.

Counts only, by town; families appear when somebody with the right drills down. The same groups
(core.desk.groups) count here and list there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.cases.roster import missed_in
from core.city import City
from core.clock import at_time
from core.desk.counting import Town, towns
from core.desk.groups import group, households, lines
from core.desk.unsent import unsent
from core.desk.watching import Watched, watched
from core.store.casework import Call

__all__ = ["Morning", "Town", "digest_time", "morning"]


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
    answered: dict[str, tuple[int, int]]  # unit → (reported in on time, should have by now)
    stale: tuple[str, ...]  # late classes of data


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
        watch=watched(
            live, calls, now, stale, sign, await missed_in(area, day), await unsent(area, now)
        ),
        towns=tuple(towns(found, city, area, day, now)),
        answered=_answered(calls, now),
        stale=stale,
        **{
            name: households(group(found, key, day, now))
            for name, key in (
                ("new", "new"), ("done", "done"), ("waiting", "wait"), ("helping", "help"),
                ("late", "late"), ("red", "red"),
            )
        },
    )  # fmt: skip


def _answered(calls: Sequence[Call], now: datetime) -> dict[str, tuple[int, int]]:
    """Of open cases; who still has time to answer is neither praised nor blamed."""
    out: dict[str, tuple[int, int]] = {}
    for call in calls:
        said, asked = out.get(call.unit, (0, 0))
        if call.state != "called" or (call.due and call.due < now):
            out[call.unit] = (said + _in_time(call), asked + 1)
    return out


def _in_time(call: Call) -> bool:
    if call.state == "called":
        return False
    return not (call.due and call.answered_at and call.answered_at > call.due)


def digest_time(day: date) -> datetime:
    return at_time(day, 8)
