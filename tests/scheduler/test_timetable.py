"""When jobs are due: each slot once, whoever is awake, whatever failed."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from core.store.database import atomically
from core.store.timetable import Job, JobRun
from scheduler.timetable import LEASE, RETRY, Entry, Timetable
from tests.factories import TestClock


class Work:
    """Notes the slots it was asked for; fails as long as it is told to."""

    def __init__(self):
        self.done, self.fails = [], False

    async def __call__(self, _house, slot):
        if self.fails:
            raise OSError("no disk")
        self.done.append(slot)
        return {}


@pytest.fixture
def clock(now):
    return TestClock(now.replace(minute=0, second=0, microsecond=0))


async def table(clock, *entries, owner="one") -> Timetable:
    made = Timetable(list(entries), SimpleNamespace(clock=clock), owner)
    await made.note_beginnings()
    return made


async def test_a_new_job_owes_nothing_from_before(both, clock):
    work = Work()
    times = await table(clock, Entry("hourly", "0 * * * *", work, "all"))
    assert await times.run_due() == 0
    clock.on(hours=1)
    assert await times.run_due() == 1
    assert await times.run_due() == 0
    assert work.done == [clock()]


async def test_missed_slots_are_all_made_up_or_only_the_newest(both, clock):
    every, newest = Work(), Work()
    times = await table(
        clock, Entry("a", "0 * * * *", every, "all"), Entry("n", "0 * * * *", newest, "latest")
    )
    clock.on(hours=5, minutes=20)
    assert await times.run_due() == 6
    last = clock() - timedelta(minutes=20)
    assert every.done == [last - timedelta(hours=h) for h in (4, 3, 2, 1, 0)]
    assert newest.done == [last]
    assert await JobRun.filter(job="a", state="done").count() == 5


@pytest.mark.parametrize("asleep", [timedelta(minutes=1), timedelta(hours=30), timedelta(days=90)])
@pytest.mark.parametrize("every", ["* * * * *", "30 2 * * *", "0 8 * * mon", "0 9 1 * *"])
def test_the_newest_slot_is_the_last_of_all_slots(now, asleep, every):
    entry = Entry("n", every, Work(), "latest")
    assert entry.due(now, now + asleep) == entry.slots(now, now + asleep)[-1:]


async def test_two_processes_share_one_timetable(both, clock):
    work = Work()
    entry = Entry("hourly", "0 * * * *", work, "all")
    one, two = await table(clock, entry), await table(clock, entry, owner="two")
    clock.on(hours=3)
    assert await two.run_due() + await one.run_due() == 3
    assert len(work.done) == len(set(work.done)) == 3


async def test_who_died_at_work_is_stood_in_for_when_his_lease_is_over(both, clock):
    work = Work()
    entry = Entry("hourly", "0 * * * *", work, "all")
    times = await table(clock, entry, owner="two")
    clock.on(hours=1)
    held = {"owner": "dead", "lease_until": clock() + LEASE}
    await atomically(lambda: Job.filter(name="hourly").update(**held))
    assert await times.run_due() == 0
    clock.moment += LEASE + timedelta(seconds=1)
    assert await times.run_due() == 1
    assert work.done == [clock().replace(minute=0, second=0)]


async def test_a_job_that_fails_keeps_nobody_waiting_and_is_tried_again(both, clock):
    bad, good = Work(), Work()
    bad.fails = True
    times = await table(
        clock, Entry("bad", "0 * * * *", bad, "all"), Entry("good", "0 * * * *", good, "all")
    )
    clock.on(hours=1)
    slot = clock()
    with pytest.raises(OSError, match="no disk"):
        await times.run_due()
    assert good.done == [slot]
    assert await times.run_due() == 0
    bad.fails = False
    clock.moment += RETRY
    assert await times.run_due() == 1
    assert bad.done == [slot]
