"""Work in the field: visits and how many were of use, what each worker has in hand. Never clicks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.city import Standards
from core.clock import at_time
from core.desk.groups import Line
from core.store.casework import Visit
from core.store.people import Account

USEFUL = ("visited", "already_helped", "needs_department")
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Visits:
    """Contacts told in a week; *useful*: somebody was met and something became known."""

    total: int
    useful: int


@dataclass(frozen=True)
class Load:
    """A worker's families still waiting for a visit, out of what one day can carry."""

    worker: str
    open: int
    limit: int


async def visits(area: str, day: date) -> Visits:
    """The visits of the week before the morning of *day*."""
    since, until = at_time(day, 8) - WEEK, at_time(day, 8)
    told = Visit.filter(case__region__startswith=area, at__gte=since, at__lt=until)
    outcomes = [visit["outcome"] for visit in await told.values("outcome")]
    return Visits(len(outcomes), sum(outcome in USEFUL for outcome in outcomes))


async def loads(waiting: Sequence[Line], std: Standards, now: datetime) -> list[Load]:
    """Who has most in hand of those *waiting* for a visit, the fullest first."""
    held = Counter(line.worker_id for line in waiting if line.worker_id)
    names = {a.id: a.name for a in await Account.filter(id__in=list(held))} if held else {}
    limit = std.integer("alert_day_cap_worker")
    ordered = sorted(held.items(), key=lambda item: (-item[1], item[0]))
    return [Load(names[worker], count, limit) for worker, count in ordered if worker in names]
