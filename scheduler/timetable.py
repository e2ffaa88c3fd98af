"""When jobs are due, each slot once, whoever is awake.

The ownership lies in the database: a job's watermark says up to when everything is done, a lease
says who works on it now, a row per slot says what came of it. APScheduler is only the alarm clock
that wakes us, and its cron triggers tell the slots. A slot missed while we slept is made up for: all
of them, or only the latest, as the job says.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from core.clock import SHANGHAI
from core.house import House
from core.store.database import atomically
from core.store.timetable import Job, JobRun
from core.tracing import request

log = structlog.get_logger()
LEASE = timedelta(minutes=10)
TICK_SECONDS = 2
RETRY = timedelta(minutes=1)
LOOKS_BACK = (timedelta(hours=2), timedelta(days=2), timedelta(days=35))
Report = dict[str, Any]
Work = Callable[[House, datetime], Awaitable[Report]]


@dataclass(frozen=True)
class Entry:
    """One line of the timetable: *every* in cron words (use day names: 0 is not Sunday here)."""

    name: str
    every: str
    work: Work
    makes_up: Literal["all", "latest"]

    def slots(self, after: datetime, until: datetime, *, most: int = 0) -> list[datetime]:
        """The due moments in (after, until], all of them or the first *most*."""
        trigger = CronTrigger.from_crontab(self.every, timezone=SHANGHAI)
        found: list[datetime] = []
        moment = trigger.get_next_fire_time(None, after + timedelta(microseconds=1))
        while moment and moment <= until and not (most and len(found) == most):
            found.append(moment)
            moment = trigger.get_next_fire_time(moment, moment + timedelta(microseconds=1))
        return found

    def due(self, after: datetime, until: datetime) -> list[datetime]:
        """What is to be made up of (after, until]: every slot, or only the newest.

        The newest is looked for backwards in growing steps: a job of every minute that slept for a
        month has 40,000 slots, and nobody wants to count them.
        """
        if self.makes_up == "all":
            return self.slots(after, until)
        for back in LOOKS_BACK:
            begin = max(after, until - back)
            if found := self.slots(begin, until):
                return found[-1:]
            if begin == after:
                break
        return self.slots(after, until)[-1:]


async def begin(entries: list[Entry], now: datetime) -> None:
    """From now on, these jobs owe each of their slots; those known before keep their debts."""
    for entry in entries:
        await Job.get_or_create(name=entry.name, defaults={"watermark": now})


class Timetable:
    """Runs what is due; any number of processes may hold one over the same database."""

    def __init__(self, entries: list[Entry], house: House, owner: str) -> None:
        self.entries, self.house, self.owner = entries, house, owner
        self.done: Callable[[], None] = lambda: None
        self._one_at_a_time = asyncio.Lock()
        self._rests: dict[str, datetime] = {}
        self._alarm = AsyncIOScheduler(timezone=SHANGHAI)

    async def take_over(self) -> None:
        """Nobody else works here any more: what a dead one had leased is free."""
        await Job.exclude(owner="").update(owner="", lease_until=None)

    async def start(self) -> None:
        """Note where each new job begins, and set the alarm; what is late runs at once."""
        await self.note_beginnings()
        self._alarm = AsyncIOScheduler(timezone=SHANGHAI)
        self._alarm.add_job(
            self.run_due, "interval", seconds=TICK_SECONDS, id="tick", max_instances=1,
            misfire_grace_time=None, coalesce=True, replace_existing=True,
            next_run_time=datetime.now(SHANGHAI),
        )  # fmt: skip
        self._alarm.start()

    async def note_beginnings(self) -> None:
        """A job nobody knew before owes nothing from before now."""
        await begin(self.entries, self.house.clock())

    def stop(self) -> None:
        if self._alarm.running:
            self._alarm.shutdown(wait=False)

    async def run_due(self) -> int:
        """Everything due by now; how many slots were done.

        A job that fails keeps nobody else waiting, and is tried again a minute later; raises what
        the first of them raised when all others have had their turn.
        """
        async with self._one_at_a_time:
            return await self._all_due()

    async def _all_due(self) -> int:
        total, failed = 0, []
        for entry in self.entries:
            if self._rests.get(entry.name, self.house.clock()) > self.house.clock():
                continue
            try:
                total += await self._run_entry(entry)
            except Exception as problem:
                self._rests[entry.name] = self.house.clock() + RETRY
                failed.append(problem)
        if total:
            self.done()
        if failed:
            raise failed[0]
        return total

    async def _run_entry(self, entry: Entry) -> int:
        now = self.house.clock()
        job = await Job.get_or_none(name=entry.name)
        if job is None:
            return 0
        wanted = entry.due(job.watermark, now)
        if not wanted or not await self._lease(entry, now):
            return 0
        for slot in wanted:
            await self._run_slot(entry, slot)
        return len(wanted)

    async def _lease(self, entry: Entry, now: datetime) -> bool:
        """Take the job for a while; False when somebody else has it."""

        async def work() -> bool:
            free = Job.filter(name=entry.name).filter(owner__in=("", self.owner))
            stale = Job.filter(name=entry.name, lease_until__lt=now)
            took = {"owner": self.owner, "lease_until": now + LEASE}
            return bool(await free.update(**took) or await stale.update(**took))

        return await atomically(work)

    async def _run_slot(self, entry: Entry, slot: datetime) -> None:
        """The work (whose effects may be repeated without harm), then "done" and the watermark."""
        started = self.house.clock()
        try:
            with request(f"{entry.name} {slot:%Y-%m-%dT%H:%M}"):
                report = await entry.work(self.house, slot)
        except Exception:
            log.exception("job_failed", job=entry.name)
            await self._release(entry)
            raise
        await self._record(entry, slot, started, report)
        log.info("job_done", job=entry.name, due=slot.isoformat())

    async def _record(
        self, entry: Entry, slot: datetime, started: datetime, report: Report
    ) -> None:
        async def work() -> None:
            await JobRun.update_or_create(
                job=entry.name,
                due=slot,
                defaults={
                    "state": "done",
                    "owner": self.owner,
                    "started_at": started,
                    "ended_at": self.house.clock(),
                    "report": report,
                },
            )
            await Job.filter(name=entry.name).update(watermark=slot, owner="", lease_until=None)

        await atomically(work)

    async def _release(self, entry: Entry) -> None:
        await Job.filter(name=entry.name, owner=self.owner).update(owner="", lease_until=None)
