"""02:30: look at everybody with the data known by today, and act on what is new.

Everything is judged, so that what is over closes; something new is begun only by the monitors whose
hour this is (scheduler.rhythm). By hand, all of them may. What it means is written family by family.
"""

import asyncio
from collections.abc import Collection
from datetime import date, datetime
from functools import partial
from typing import Any

from core.cases import roster
from core.clock import at_time, day_of, local
from core.family.members import names_of
from core.governance import governed
from core.history import History
from core.house import House
from core.monitoring import guards, snooze
from core.monitoring.life import lives
from core.takeup import keep, leave
from core.takeup.versions import versions
from scheduler.conduct import Conduct
from scheduler.findings import Night, settle_all
from scheduler.looking import Looked, Stopwatch, Wanted, look
from scheduler.monitors.shelf import in_force
from scheduler.promises import promises
from scheduler.rhythm import due_at_night

NAME = "sweep"
EVERY = "30 2 * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    day = day_of(due)
    return await sweep(house, day, now=due, due=due_at_night(in_force(day), day))


async def sweep(
    house: House,
    at: date,
    *,
    now: datetime | None = None,
    due: Collection[str] | None = None,
    only: Collection[str] | None = None,
    households: Collection[str] | None = None,
) -> dict[str, Any]:
    """Everything the night does, as of *at*; the report of INTERFACE `jpf sweep --json`.

    *due*: who may begin something new, None all; *only*, *households*: a smaller look.
    """
    moment = now or at_time(at, 2, 30)
    house = await governed(house)
    conduct = await _conduct(at, due)
    idle = {m for m, life in conduct.lives.items() if life.stage in ("draft", "backtested")}
    wanted = Wanted(
        at, local(moment).replace(tzinfo=None), skip=idle, only=only, households=households,
        guards=await guards.in_force(at),
        promises=await promises(at, History(house.settings.portraits_folder)),
    )  # fmt: skip
    looked = await asyncio.to_thread(look, house, wanted)
    watch = Stopwatch()
    night = Night(
        house.city, at=at, now=moment, conduct=conduct,
        names=partial(names_of, looked.view, house.vault),
    )  # fmt: skip
    await settle_all(looked.verdicts, night)
    watch.lap("cases")
    taken = await _take_up(looked, night)
    watch.lap("lists")
    return report(looked, night, taken, {**looked.ms, **watch.ms})


async def _conduct(at: date, due: Collection[str] | None) -> Conduct:
    begins = {m.id: m.watch.starts for m in in_force(at)}
    allowed = None if due is None else frozenset(due)
    quiet = await snooze.quiet(at) | await roster.quiet(at)
    return Conduct(await lives(begins), allowed, quiet)


async def _take_up(looked: Looked, night: Night) -> list[dict[str, Any]]:
    """The lists of who is due what, brought up to today; of a whole look only."""
    if looked.due is None:
        return []
    counted = await keep(looked.due, versions(looked.std), night.at, now=night.now)
    if any(one.new for one in counted):
        most = looked.std.integer("alert_flood_cap")
        await leave(night.at, night.city, night.names, at=night.now, most=most)
    return [one.to_json() for one in counted]


def report(
    looked: Looked, night: Night, taken: list[dict[str, Any]], ms: dict[str, int]
) -> dict[str, Any]:
    """What was seen and done, monitor by monitor."""
    monitors = [
        {
            "id": verdicts.monitor.id,
            "title": verdicts.monitor.label.title,
            "stage": night.conduct.life(verdicts.monitor.id).stage,
            "hits": verdicts.hits,
            "unknown": verdicts.unknown,
            "stale": list(verdicts.stale),
            "opened": night.tallies[verdicts.monitor.id].opened,
            "closed": night.tallies[verdicts.monitor.id].closed,
            "held": night.tallies[verdicts.monitor.id].held,
        }
        for verdicts in [*looked.verdicts, *night.brakes]
    ]
    return {
        "at": night.at.isoformat(),
        "households": looked.found.households.height,
        "persons": looked.found.persons.height,
        "portraits_changed": looked.changed,
        "ms": ms,
        "monitors": monitors,
        "take_up": taken,
    }
