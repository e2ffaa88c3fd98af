"""Every monitor proves itself by its own examples, one row at a time and all at once."""

from dataclasses import replace
from datetime import date

import pytest
from apscheduler.triggers.cron import CronTrigger

from core.catalogue import offers
from core.sources import sources
from core.variables import whole_schema
from scheduler.monitors import monitors
from scheduler.monitors.watch import FRAMES, SUBJECT
from tests.scheduler.shelf import CITY, asked, counted, read_by, schema

SHELF = list(monitors().values())
IDS = [m.id for m in SHELF]
every_monitor = pytest.mark.parametrize("monitor", SHELF, ids=IDS)


def shelves(monitor):
    """The condition behind each list of examples."""
    return {"when": monitor.examples, "still": monitor.keeps, "proven": monitor.proofs}


@every_monitor
def test_its_examples_hold_one_by_one(monitor):
    for condition, examples in shelves(monitor).items():
        for example in examples:
            found = asked(monitor, getattr(monitor, condition), [example.row])
            assert found == [example.expect], example.name


@every_monitor
def test_its_examples_hold_all_at_once(monitor):
    for condition, examples in shelves(monitor).items():
        found = asked(monitor, getattr(monitor, condition), [e.row for e in examples])
        assert found == [e.expect for e in examples], condition


@every_monitor
def test_it_says_why_when_and_what_it_cannot_tell(monitor):
    assert all(word in monitor.doc for word in ("Why", "Who acts", "False alarms"))
    assert monitor.label.since >= date(2022, 5, 18)
    assert {e.expect for e in monitor.examples} == {True, False, None}
    assert len({e.name for e in monitor.examples}) == len(monitor.examples)
    assert {e.expect for e in monitor.proofs} >= {True, False} or {
        e.expect for e in monitor.proofs
    } == {None}


@every_monitor
def test_what_it_names_exists(monitor):
    watch = monitor.watch
    assert set(watch.reads) <= set(sources())
    assert set(watch.offers) <= set(offers())
    assert {show.column for show in watch.shows} <= set(schema(watch.grain, monitor.at))
    assert {show.class_id for show in watch.shows} - {""} <= set(watch.reads)
    assert {u for u in watch.whistle if u not in ("town", "village")} <= set(CITY.units)
    assert monitor.name.startswith(monitor.id.lower().replace("-", "_") + "_")


@every_monitor
def test_it_colours_every_hit(monitor):
    rows = [e.row for e in monitor.examples if e.expect]
    assert set(asked(monitor, monitor.colour, rows)) <= {"红", "黄", "绿"}


@every_monitor
def test_what_opens_a_finding_keeps_it_open(monitor):
    rows = [e.row for e in monitor.examples if e.expect]
    std = CITY.standards(monitor.at)
    assert set(asked(monitor, lambda _: monitor.when(std) | monitor.still(std), rows)) == {True}


@every_monitor
def test_its_timetable_can_be_kept(monitor):
    CronTrigger.from_crontab(monitor.watch.every)
    days = monitor.watch.every.split()[4]
    assert not any(c.isdigit() for c in days), "day names, please: 0 is not Sunday"


def test_the_shelf_is_complete():
    assert sorted(monitors()) == [f"MON-{n:02d}" for n in range(1, 55)]


@every_monitor
def test_it_reads_the_classes_behind_its_columns_and_no_others(monitor):
    if monitor.watch.grain in ("person", "household"):
        assert sorted(monitor.watch.reads) == sorted(read_by(monitor))


@pytest.mark.parametrize(
    ("day", "opens", "stays"),
    [
        (date(2022, 7, 11), False, True),  # Monday
        (date(2022, 7, 14), False, True),  # Thursday
        (date(2022, 7, 15), True, True),
        (date(2022, 7, 17), True, True),  # Sunday
    ],
)
def test_a_patrol_is_missed_from_friday_on_and_stays_missed_over_the_weekend(day, opens, stays):
    monitor = replace(monitors()["MON-14"], at=day)
    row = {"special": True, "patrols_week": 0, "patrol_excused_week": False}
    assert asked(monitor, monitor.when, [row]) == [opens]
    assert asked(monitor, monitor.still, [row]) == [stays]


def test_a_policy_that_is_still_a_plan_promises_nothing():
    eighty = {"hukou_local": True, "age": 80, "elder_allowance": False}
    monitor = monitors()["MON-20"]
    for day, found in ((date(2022, 12, 31), False), (date(2023, 1, 1), True)):
        assert asked(replace(monitor, at=day), monitor.when, [eighty]) == [found]


def test_care_beds_are_offered_in_years_that_have_places():
    elder = {"member": True, "age": 70, "low_income": True, "ability": "full", "care_bed": False}
    monitor = monitors()["MON-21"]
    for day, found in (
        (date(2022, 7, 15), True),
        (date(2023, 7, 15), True),
        (date(2024, 7, 15), False),
    ):
        assert asked(replace(monitor, at=day), monitor.when, [elder]) == [found]


def test_frames_of_other_grains_name_a_subject_and_a_place():
    for grain, columns in FRAMES.items():
        assert {SUBJECT[grain], "household", "person", "region"} <= set(columns)


def test_what_is_counted_twice_is_counted_the_same_way():
    at = date(2022, 7, 15)
    std = CITY.standards(at)
    for monitor in SHELF:
        for name, tally in monitor.members(std).items():
            one, other = tally, counted(at)[name]
            assert (one.how, one.everyone) == (other.how, other.everyone), name
            assert str(one.of) == str(other.of), name


def test_no_count_takes_the_name_of_a_column_there_is():
    at = date(2022, 7, 15)
    assert not set(counted(at)) & (set(whole_schema(CITY.standards(at))))
