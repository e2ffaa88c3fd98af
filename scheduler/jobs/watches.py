"""Monitors with an hour of their own: at seven, at ten, at six in the evening, and hourly.

A small look at everybody by those monitors alone. The hourly ones look again only when a class they
read was delivered since the last time.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from core.clock import day_of
from core.house import House
from core.store.marks import Mark
from core.store.timetable import Job
from scheduler.jobs.sweep import sweep
from scheduler.monitors.shelf import Monitor, in_force, monitors
from scheduler.rhythm import HOURS, by_time_of_day, fires, kind, of_kind
from scheduler.timetable import Entry

HOURLY, EVERY_HOUR = "watch-hourly", "5 * * * *"
PEOPLE = ("person", "household")
MOMENT = timedelta(microseconds=1)
Report = dict[str, Any]


async def at_its_time(house: House, due: datetime, *, name: str) -> Report:
    """The monitors of this time of day that had a moment since the last run."""
    watches = [m for m in in_force(day_of(due)) if _name(kind(m.watch.every)) == name]
    after = await _last_run(name, due)
    chosen = {m.id for m in watches if fires(m.watch.every, after, due)}
    if not chosen:
        return {"monitors": []}
    told = await sweep(house, day_of(due), now=due, due=chosen, only=chosen)
    return {"monitors": told["monitors"]}


async def _last_run(name: str, due: datetime) -> datetime:
    job = await Job.get_or_none(name=name)
    return job.watermark if job and job.watermark < due else due - MOMENT


async def hourly(house: House, due: datetime) -> Report:
    """Feeds every hour; what people report every hour, where something new was delivered."""
    day = day_of(due)
    watches = of_kind(in_force(day), HOURS)
    chosen = {m.id for m in watches if m.watch.grain not in PEOPLE and m.watch.grain != "monitor"}
    for monitor in watches:
        if monitor.watch.grain in PEOPLE and await _news(house, monitor, due):
            chosen.add(monitor.id)
    if not chosen:
        return {"monitors": []}
    told = await sweep(house, day, now=due, due=chosen, only=chosen)
    return {"monitors": told["monitors"]}


async def _news(house: House, monitor: Monitor, due: datetime) -> bool:
    """Whether a class this monitor reads was delivered since it last looked."""
    reached = sum(house.facts.ledger(c).next_seq for c in monitor.watch.reads)
    mark, _ = await Mark.get_or_create(
        name=f"watched:{monitor.id}", defaults={"value": "", "at": due}
    )
    if mark.value == str(reached):
        return False
    await Mark.filter(name=mark.name).update(value=str(reached), at=due)
    return True


def entries() -> list[Entry]:
    """One line of the timetable per time of day, and the hourly one.

    After a standstill only the newest slot is done, by every monitor that missed its own.
    """
    times = by_time_of_day(monitors().values())
    own = [
        Entry(_name(time), _cron(time), partial(at_its_time, name=_name(time)), "latest")
        for time in times
    ]
    return [*own, Entry(HOURLY, EVERY_HOUR, hourly, "latest")]


def _name(time: str) -> str:
    return f"watch-{time}"


def _cron(time: str) -> str:
    hour, minute = time.split(":")
    return f"{int(minute)} {int(hour)} * * *"
