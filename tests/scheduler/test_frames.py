"""The frames of grains that are not people, made from records, and what the monitors say of them."""

from datetime import date, timedelta

import polars as pl
import pytest

from core.city import load_city
from core.variables import features
from scheduler.monitors.frames.devices import devices
from scheduler.monitors.frames.prices import prices
from scheduler.monitors.frames.sources import sources
from scheduler.monitors.judging import judge
from scheduler.monitors.shelf import monitors
from scheduler.monitors.watch import FRAMES, SUBJECT
from tests.scheduler.families import AT, REGION, alone, at, street
from tests.variables.world import World, standards

CITY = load_city()
NOW = at(7, 15, 16)
SOS = {"person": "A", "device_id": "d1", "device_kind": "SOS", "event": "SOS"}


def judged(grain, frame, day=AT):
    """Subjects each monitor of this grain finds; the cannot-tells in brackets."""
    chosen = [m for m in monitors().values() if m.watch.grain == grain]
    nobody = pl.DataFrame({"household": [], "person": []}, schema_overrides={"person": pl.String})
    told = judge(chosen, nobody, nobody, World(day), standards(day), {grain: frame})
    hits = {v.monitor.id: v.frame.filter(pl.col("says"))["subject"].to_list() for v in told}
    return {name: found for name, found in hits.items() if found}


def sensors(*events, stale=(), now=NOW, **classes):
    """The frame of one elder's home with these events of the platform."""
    rows = [SOS | event for event in events]
    story = {"独居": alone(M01_04=rows, **classes)}
    world = street(story, stale=stale)
    found = features(world, standards())
    return devices(world, now, found.persons, found.households)


def test_frames_have_the_columns_they_promise():
    world = World(AT, everything=True)
    assert prices(world, CITY.code).schema == FRAMES["region"]
    assert sources(world).schema == FRAMES["source"]
    assert sensors().schema == FRAMES["device"]


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ([{"event_at": NOW - timedelta(minutes=2)}], {"MON-10": ["d1"]}),
        ([{"event_at": NOW, "ack_at": NOW}], {}),
        ([{"event_at": NOW, "value": "测试"}], {}),
        ([{"event_at": NOW + timedelta(minutes=1)}], {}),
        ([{"event_at": NOW - timedelta(days=31)}], {}),
        (
            [{"event_at": NOW - timedelta(minutes=9)}, {"event": "恢复", "event_at": NOW}],
            {},
        ),
        (
            [{"event": "恢复", "event_at": NOW}, {"event_at": NOW - timedelta(minutes=9)}],
            {},
        ),
        (
            [{"event": "恢复", "event_at": NOW - timedelta(minutes=9)}, {"event_at": NOW}],
            {"MON-10": ["d1"]},
        ),
        (
            [{"event_at": NOW}, {"event": "低电", "event_at": NOW + timedelta(seconds=-5)}],
            {"MON-10": ["d1"], "MON-13": ["d1"]},
        ),
        (
            [{"event": "无活动", "device_kind": "红外", "event_at": NOW - timedelta(hours=1)}],
            {"MON-11": ["d1"]},
        ),
        (
            [{"event": "离床超时", "device_kind": "床垫", "event_at": NOW}],
            {"MON-12": ["d1"]},
        ),
        ([{"event": "离线", "event_at": NOW - timedelta(hours=24)}], {}),
        ([{"event": "离线", "event_at": NOW - timedelta(hours=25)}], {"MON-13": ["d1"]}),
        (
            [{"event": "离线", "event_at": NOW - timedelta(hours=25)}, {"event_at": NOW, "ack_at": NOW}],
            {},
        ),
        ([{"event_at": NOW, "ack_at": NOW, "battery": 14}], {"MON-13": ["d1"]}),
    ],
    ids=[
        "pressed two minutes ago",
        "answered",
        "a test",
        "dated in the future",
        "a month ago",
        "taken back later",
        "the same, delivered out of order",
        "pressed again after it was taken back",
        "low battery does not hide a call",
        "no movement",
        "out of bed",
        "offline for a day exactly",
        "offline for longer",
        "online again",
        "battery below fifteen",
    ],
)  # fmt: skip
def test_a_sensor_is_in_the_state_its_events_leave_it_in(events, found):
    assert judged("device", sensors(*events)) == found


def test_the_same_press_sent_twice_is_one_row():
    twice = sensors({"event_at": NOW}, {"event_at": NOW})
    assert twice["device"].to_list() == ["d1"]


def test_a_sensor_stands_where_its_person_lives():
    [row] = sensors({"event_at": NOW, "household": None, "region": None}).to_dicts()
    assert (row["household"], row["person"], row["region"]) == ("独居", "独居/A", REGION)
    assert (row["alone"], row["high_risk"], row["away"]) == (True, True, False)


def test_who_was_told_to_be_out_raises_no_alarm_about_movement():
    out = {"person": "A", "visit_at": at(7, 14), "state": "外出"}
    still = {"event": "无活动", "device_kind": "红外", "event_at": NOW - timedelta(hours=30)}
    assert judged("device", sensors(still, M01_02=[out])) == {}
    assert judged("device", sensors(still)) == {"MON-11": ["d1"]}


def test_a_power_cut_explains_a_silent_sensor():
    cut = {"cut_at": NOW - timedelta(hours=30), "arrears": 0}
    off = {"event": "离线", "event_at": NOW - timedelta(hours=30)}
    assert judged("device", sensors(off, M24_03=[cut])) == {}


def test_a_silent_line_keeps_its_alarms_and_promises_nothing():
    [row] = sensors({"event_at": NOW}, stale=["M01-04"]).to_dicts()
    assert (row["sos"], row["motionless"], row["offline_minutes"]) == (True, None, None)


def test_smoke_and_gas_are_sensors_of_their_own():
    smoke = {"person": "A", "device_id": "s1", "event": "火警", "event_at": NOW}
    gas = {"month": date(2022, 6, 1), "arrears": 0, "alarm": True}
    frame = sensors(M16_04=[smoke], M06_03=[gas])
    assert judged("device", frame) == {"MON-40": ["M06-03/独居", "s1"]}


# Dossier C16: consumer prices and food prices of 2022, year on year, in per cent (from memory).
YEAR = [(0.9, -3.8), (0.9, -3.9), (1.5, -1.5), (2.1, 1.9), (2.1, 2.3), (2.5, 2.9),
        (2.7, 6.3), (2.5, 6.1), (2.8, 8.8), (2.1, 7.0), (1.6, 3.7), (1.8, 4.8)]  # fmt: skip


def index(month, cpi, food, **more):
    later = date(2022, month + 1, 10) if month < 12 else date(2023, 1, 10)
    return {
        "area": "",
        "month": date(2022, month, 1),
        "cpi_yoy": round(cpi * 100),
        "food_yoy": round(food * 100),
        "published_at": later,
        "observed": later,
        "data_date": later,
    } | more


def months_found(day, *rows, **classes):
    frame = prices(World(day, everything=True, M23_01=list(rows), **classes), CITY.code)
    found = judged("region", frame, day)
    return [p.rpartition("/")[2] for p in found.get("MON-30", [])]


def test_the_prices_of_2022_start_the_subsidy_exactly_four_times():
    rows = [index(m, *values) for m, values in enumerate(YEAR, 1)]
    assert months_found(date(2023, 1, 15), *rows) == ["2022-07", "2022-08", "2022-09", "2022-10"]


def test_the_lower_line_holds_from_the_index_of_august():
    assert months_found(date(2022, 8, 15), index(7, 3.1, 0)) == []
    assert months_found(date(2022, 9, 15), index(8, 3.1, 0)) == ["2022-08"]
    assert months_found(date(2022, 9, 15), index(7, 3.1, 0), index(8, 2.9, 0)) == []


def test_a_revised_index_takes_the_finding_back_or_brings_it_late():
    first = index(7, 2.7, 6.3, record_id="x")
    lower = first | {"food_yoy": 590, "observed": date(2022, 9, 1)}
    assert months_found(date(2022, 8, 31), first) == ["2022-07"]
    assert months_found(date(2022, 9, 1), lower) == []


def test_only_the_narrowest_area_counts():
    country, city = index(7, 2.7, 6.3), index(7, 2.0, 1.0, area="330482")
    assert months_found(date(2022, 8, 15), country, city) == []
    stranger = index(7, 2.7, 6.3, area="3301")
    assert months_found(date(2022, 8, 15), stranger) == []


def test_a_month_whose_index_is_not_out_is_unknown():
    frame = prices(World(date(2022, 8, 15), everything=True), CITY.code)
    [monitor] = [m for m in monitors().values() if m.watch.grain == "region"]
    nobody = pl.DataFrame({"household": []})
    [told] = judge([monitor], nobody, nobody, World(AT), standards(), {"region": frame})
    assert told.unknown == frame.height == 12


def test_it_is_proven_when_everybody_on_the_list_was_paid_once():
    listed = {"status": "在保", "members": ["a", "b"]}
    paid = [
        {"person": p, "trigger_month": date(2022, 7, 1), "pay_date": date(2022, 9, 1)}
        for p in "aab"
    ]
    frame = prices(
        World(
            date(2022, 9, 15),
            everything=True,
            M23_01=[index(7, 2.7, 6.3)],
            M23_02=[{"month": date(2022, 7, 1), "started": True}],
            P01_01=[listed],
            M01_07=paid,
        ),
        CITY.code,
    )
    [row] = frame.filter(month=date(2022, 7, 1)).to_dicts()
    assert (row["started"], row["people_listed"], row["people_paid"]) == (True, 2, 2)


def test_a_source_that_stopped_is_found_and_one_that_never_came_is_unknown():
    world = World(AT, P03_03=[], stale=["P01-01"])
    frame = sources(world)
    assert judged("source", frame) == {"MON-53": ["P01-01"]}
    rows = {row["source"]: row for row in frame.to_dicts()}
    assert rows["P01-01"]["monitors"] > 20 and rows["P01-01"]["unit"] == "P01"
    assert (rows["P03-03"]["fresh"], rows["P05-05"]["fresh"]) == (True, None)


def test_every_grain_has_its_subject_in_its_frame():
    for grain, columns in FRAMES.items():
        assert columns[SUBJECT[grain]] == pl.String()
