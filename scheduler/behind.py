"""Which jobs owe something: a timetable that nobody keeps is silent, and silence looks like peace."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.checks import Finding
from core.clock import local
from core.house import House
from core.store.timetable import Job
from scheduler.jobs import ENTRIES
from scheduler.timetable import Entry

GRACE = timedelta(minutes=15)  # a night's sweep takes some of them
LOOKS = timedelta(days=40)  # every job is due within a month


async def behind(entries: Sequence[Entry], now: datetime) -> list[tuple[str, datetime]]:
    """(job, the oldest slot it owes) of jobs whose time came and went, the oldest first."""
    known = {job.name: job.watermark for job in await Job.all()}
    owed = []
    for entry in entries:
        if (done := known.get(entry.name)) is not None and done < now - GRACE:
            missed = entry.slots(done, min(now - GRACE, done + LOOKS), most=1)
            owed += [(entry.name, missed[0])] if missed else []
    return sorted(owed, key=lambda one: (one[1], one[0]))


async def check(house: House) -> list[Finding]:
    """For the doctor: whether the timetable is kept."""
    if not await Job.exists():
        return [Finding("scheduler", "warn", "定时的事还没有跑过。", "jpf run")]
    owed = await behind(ENTRIES, house.clock())
    if not owed:
        return [Finding("scheduler", "ok", "定时的事都按时做了。")]
    name, due = owed[0]
    words = f"定时的事停了：{len(owed)} 件该做没做，最早的是 {name}，{local(due):%Y-%m-%d %H:%M}。"
    return [Finding("scheduler", "bad", words, "jpf run")]
