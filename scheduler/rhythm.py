"""When a monitor may open something new: the cron line of its watch, against the runs of the day.

Everything is judged every night, so that what is over closes at once. But a weekly monitor opens only
in the night of its day, one of ten in the morning only then, and one of five minutes only there.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache

from apscheduler.triggers.cron import CronTrigger

from core.clock import SHANGHAI, at_time
from scheduler.monitors.shelf import Monitor

NIGHT_ENDS = 5  # o'clock: lines before it belong to the night of their day
MINUTES, HOURS = "minutes", "hours"


@cache
def _trigger(every: str) -> CronTrigger:
    return CronTrigger.from_crontab(every, timezone=SHANGHAI)


def fires(every: str, after: datetime, until: datetime) -> bool:
    """Whether a cron line has a moment in (after, until]."""
    moment = _trigger(every).get_next_fire_time(None, after + timedelta(microseconds=1))
    return bool(moment and moment <= until)


def kind(every: str) -> str:
    """minutes, hours, night, or its own time of day ("10:00")."""
    minute, hour, *_ = every.split()
    if hour == "*":
        return HOURS if minute.isdigit() else MINUTES
    return "night" if int(hour) < NIGHT_ENDS else f"{int(hour):02}:{int(minute):02}"


def due_at_night(watches: Iterable[Monitor], day: date) -> set[str]:
    """The monitors that may open something in the night that begins *day*."""
    start, end = at_time(day, 0), at_time(day, NIGHT_ENDS)
    before = start - timedelta(microseconds=1)
    return {
        m.id
        for m in watches
        if kind(m.watch.every) == "night" and fires(m.watch.every, before, end)
    }


def due_in_nights(watches: Iterable[Monitor], after: date, until: date) -> set[str]:
    """The monitors that had a night of theirs after that of *after*, up to that of *until*; those
    with hours of their own always."""
    start, end = at_time(after, NIGHT_ENDS), at_time(until, NIGHT_ENDS)
    return {
        m.id for m in watches if kind(m.watch.every) != "night" or fires(m.watch.every, start, end)
    }


def days_between(every: str, day: date) -> int:
    """How many days may pass between two moments of a cron line: 1 for a nightly one, 7, 31."""
    first = _trigger(every).get_next_fire_time(None, at_time(day, 0))
    second = first and _trigger(every).get_next_fire_time(None, first + timedelta(seconds=1))
    return max((second - first).days, 1) if first and second else 1


def of_kind(watches: Iterable[Monitor], wanted: str) -> list[Monitor]:
    return [m for m in watches if kind(m.watch.every) == wanted]


def by_time_of_day(watches: Iterable[Monitor]) -> dict[str, list[str]]:
    """The cron lines of each time of day that needs a run of its own."""
    found: dict[str, set[str]] = defaultdict(set)
    for monitor in watches:
        if ":" in kind(monitor.watch.every):
            found[kind(monitor.watch.every)].add(monitor.watch.every)
    return {time: sorted(lines) for time, lines in sorted(found.items())}
