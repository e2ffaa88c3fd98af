"""When a monitor may open something new: its night, its hour, its minutes; what is over closes anyway."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from core.clock import at_time
from core.store.casework import Case, Finding
from core.store.marks import Mark
from core.store.monitoring import MonitorNight
from scheduler.jobs import sweep, watches
from scheduler.jobs.sweep import sweep as whole_night
from scheduler.monitors.shelf import monitors
from scheduler.rhythm import by_time_of_day, days_between, due_at_night, due_in_nights, kind
from tests.factories import staff
from tests.scheduler.families import AT, street
from tests.scheduler.houses import house_of
from tests.scheduler.stories import TRUTHS

MONDAY = date(2022, 7, 18)
JOBLESS, GRADUATE, MISSED = "两个大人都没上班", "毕业一年没工作", "一周只看了一回"
ALL = monitors().values()


@pytest.mark.parametrize(
    ("every", "what", "days"),
    [
        ("30 2 * * *", "night", 1),
        ("0 3 * * mon", "night", 7),
        ("0 3 1 * *", "night", 31),
        ("0 10 * * fri", "10:00", 7),
        ("*/5 * * * *", "minutes", 1),
        ("0 * * * *", "hours", 1),
    ],
)
def test_a_cron_line_is_of_the_night_of_its_own_hour_or_of_minutes(every, what, days):
    assert (kind(every), days_between(every, date(2022, 7, 2))) == (what, days)


def test_every_monitor_has_a_run_that_opens_for_it():
    runs = {"night", "minutes", "hours"} | set(by_time_of_day(ALL))
    assert {kind(m.watch.every) for m in ALL} <= runs
    minutes = {m.watch.grain for m in ALL if kind(m.watch.every) == "minutes"}
    assert minutes == {"device"}  # the job of sensors judges nothing else
    assert {e.name for e in watches.entries()} == {
        "watch-hourly", *(f"watch-{time}" for time in by_time_of_day(ALL))
    }  # fmt: skip


def test_weekly_and_monthly_monitors_open_in_the_night_of_their_day_only():
    weekly, monthly = "MON-02", "MON-20"
    assert weekly in due_at_night(ALL, MONDAY) and weekly not in due_at_night(ALL, AT)
    assert monthly in due_at_night(ALL, date(2022, 7, 1)) and monthly not in due_at_night(ALL, AT)
    assert "MON-01" in due_at_night(ALL, AT) and "MON-14" not in due_at_night(ALL, AT)
    assert weekly in due_in_nights(ALL, AT, MONDAY)
    assert weekly not in due_in_nights(ALL, AT, AT + timedelta(days=1))


@pytest.fixture
async def house(db, tmp_path):
    await staff(at_time(AT, 0))
    stories = {name: TRUTHS[name][0] for name in (JOBLESS, GRADUATE, MISSED)}
    return house_of(street(stories), tmp_path)


async def found():
    return {row.monitor for row in await Finding.all()}


async def test_the_night_opens_for_those_whose_night_it_is_and_judges_all(house):
    await sweep.run(house, at_time(AT, 2, 30))
    assert await found() == {"MON-01"}
    night = await MonitorNight.get(monitor="MON-02", day=AT)
    assert (night.hits, night.opened) == (1, 0)


async def test_by_hand_everybody_may_open_and_a_day_twice_changes_nothing(house):
    first = await whole_night(house, AT)
    assert await found() == {"MON-01", "MON-02", "MON-14"}
    before = await Case.all().count()
    again = await whole_night(house, AT)
    assert await Case.all().count() == before
    assert sum(m["opened"] + m["closed"] + m["held"] for m in again["monitors"]) == 0
    assert [m["hits"] for m in again["monitors"]] == [m["hits"] for m in first["monitors"]]


async def test_what_has_an_hour_of_its_own_opens_then_and_only_then(house):
    entry = next(e for e in watches.entries() if e.name == "watch-10:00")
    await entry.work(house, at_time(AT, 10))
    assert await found() == {"MON-14"}
    assert (await Case.get()).opened_at == at_time(AT, 10)


async def test_hourly_monitors_of_people_look_again_only_after_a_delivery(house):
    reached = {"n": 1}
    house.facts.ledger = lambda class_id: SimpleNamespace(next_seq=reached["n"])
    hourly = next(m for m in ALL if kind(m.watch.every) == "hours" and m.watch.grain == "household")
    assert await watches._news(house, hourly, at_time(AT, 9))
    assert not await watches._news(house, hourly, at_time(AT, 10))
    reached["n"] = 2
    assert await watches._news(house, hourly, at_time(AT, 11))
    assert await Mark.filter(name=f"watched:{hourly.id}").count() == 1
