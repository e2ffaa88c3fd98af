"""What each monitor said each day: hits, cannot-tells, what was new. Counts only."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.store.casework import Finding
from core.store.database import raw
from core.store.monitoring import MonitorNight

LOOKS_BACK = timedelta(days=30)


@dataclass(frozen=True)
class Count:
    """One monitor's day; *opened* and *closed* are added to what earlier runs of the day did."""

    version: str
    hits: int
    unknown: int
    opened: int = 0
    closed: int = 0


@dataclass(frozen=True)
class Usual:
    """New findings a day over the days before: how many days, their sum, the sum of squares."""

    days: int = 0
    total: int = 0
    squares: int = 0


async def write_down(day: date, counts: dict[str, Count]) -> None:
    """Keep the counts of *day*; a second run replaces what it saw and adds what it did."""
    new = await new_on(day)
    known = {night.monitor: night for night in await MonitorNight.filter(day=day)}
    fresh = []
    for monitor, count in counts.items():
        night = known.get(monitor) or MonitorNight(monitor=monitor, day=day)
        night.version, night.hits, night.unknown = count.version, count.hits, count.unknown
        night.opened, night.closed = night.opened + count.opened, night.closed + count.closed
        night.new = new.get(monitor, 0)
        if monitor in known:
            await night.save()
        else:
            fresh.append(night)
    await MonitorNight.bulk_create(fresh)


async def new_on(day: date) -> dict[str, int]:
    """How many findings of each monitor began on that day, held ones included."""
    rows = await raw(
        "SELECT monitor, COUNT(*) AS n FROM finding WHERE opened_on = ? GROUP BY monitor", [day]
    )
    return {row["monitor"]: int(row["n"]) for row in rows}


async def usual(before: date) -> dict[str, Usual]:
    """What is usual for each monitor, over the thirty days before."""
    rows = await raw(
        "SELECT monitor, COUNT(*) AS days, SUM(new) AS total, SUM(new * new) AS squares "
        "FROM monitor_night WHERE day < ? AND day >= ? GROUP BY monitor",
        [before, before - LOOKS_BACK],
    )
    return {r["monitor"]: Usual(int(r["days"]), int(r["total"]), int(r["squares"])) for r in rows}


async def standing(monitor: str) -> int:
    """How many findings of this monitor are open now."""
    return await Finding.filter(monitor=monitor, closed_on=None).count()
