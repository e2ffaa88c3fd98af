"""From an event to a message on the phone: at once, once, in any order; quietly taken back."""

from datetime import timedelta

import pytest

from core import accounts, outbox
from core.access import Thing, may
from core.clock import at_time, day_of
from core.devices import relatives, signing, storing
from core.devices.reading import read_event
from core.store.casework import Case, Finding
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.sensing import SensorEvent
from scheduler.jobs import sensors
from scheduler.sensing import Sensing
from tests.factories import person, staff
from tests.scheduler.families import AT, alone, couple, street
from tests.scheduler.houses import house_of

ELDER, FAMILY = "独居老人", "一家人"
NOW = at_time(AT, 22, 10)  # quiet hours
pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
async def house(db, tmp_path):
    found = house_of(street({ELDER: alone(), FAMILY: couple()}), tmp_path)
    found.clock.moment = NOW
    found.clock.staff = await staff(NOW)
    await signing.admit("lianzhong", at=NOW)
    return found


async def told(house, *events, at=NOW):
    """These events came in, and were acted on."""
    house.clock.moment = at
    found = [read_event(raw, house.vault, at) for raw in events]
    new = await storing.store("lianzhong", found, at=at)
    await Sensing(house).drain()
    return new


def signal(key, event="SOS", *, minutes=1, home=ELDER, kind="SOS", **more):
    return {"id": key, "class": "M01-04", "device_id": "d1", "device_kind": kind, "event": event,
            "event_at": (NOW - timedelta(minutes=minutes)).isoformat(), "household": home,
            "person": f"{home}/A", **more}  # fmt: skip


async def messages(case):
    return await Outbox.filter(case=case).order_by("id").prefetch_related("account")


async def test_a_call_for_help_reaches_a_worker_at_once_even_at_night(house):
    await told(house, signal("e1"))
    (case,) = await Case.all()
    assert (case.monitor, case.household, case.colour) == ("MON-10", ELDER, "红")
    first = (await messages(case))[0]
    assert first.account.handle == "peng" and first.not_before <= NOW
    assert not await storing.waiting()


async def test_a_crash_before_it_was_noted_judges_it_again_and_nothing_doubles(house):
    await told(house, signal("e1"))
    await SensorEvent.all().update(state="new")
    before = await Outbox.all().count()
    await Sensing(house).drain()
    assert await Case.all().count() == 1
    assert await Finding.filter(monitor="MON-10").count() == 1
    assert await Outbox.all().count() == before


async def test_events_out_of_order_leave_the_state_they_describe(house):
    await told(house, signal("back", "恢复", minutes=1))
    await told(house, signal("e1", minutes=9))
    assert not await Case.all().count()


async def test_a_button_that_was_taken_back_withdraws_the_case_and_says_so(house):
    await told(house, signal("e1", minutes=5))
    await told(house, signal("back", "恢复", minutes=-1), at=NOW + timedelta(minutes=2))
    (case,) = await Case.all()
    assert (case.state, case.why_closed) == ("closed", "withdraw")


async def test_pressed_again_is_a_new_turn_of_the_same_case(house):
    await told(house, signal("e1", minutes=5))
    await told(house, signal("back", "恢复", minutes=-1), at=NOW + timedelta(minutes=2))
    await told(house, signal("e2", minutes=-3), at=NOW + timedelta(minutes=4))
    (case,) = await Case.all()
    (finding,) = await Finding.all()
    assert case.state != "closed" and finding.closed_on is None


async def test_a_test_of_the_button_is_no_call(house):
    await told(house, signal("e1", value="测试"))
    assert not await Case.all().count()


async def test_a_sensor_that_fell_silent_shows_by_time_alone(house):
    await told(house, signal("e1", "离线", minutes=1))
    opened = await Case.filter(monitor="MON-13").count()
    house.clock.moment = NOW + timedelta(hours=25)
    await sensors.run(house, house.clock())
    assert opened == 0 and await Case.filter(monitor="MON-13").count() == 1


async def test_a_fire_is_judged_for_that_family_by_what_is_known_of_it(house):
    fire = {"id": "f1", "class": "M16-03", "alarm_at": (NOW - timedelta(minutes=3)).isoformat(),
            "household": FAMILY, "loss": 100, "injured": 0, "dead": 0}  # fmt: skip
    await told(house, fire)
    (case,) = await Case.all()
    assert (case.monitor, case.household) == ("MON-26", FAMILY)


async def test_a_fire_in_a_home_nobody_knows_is_told_to_whoever_watches_the_place(house):
    fire = {"id": "f1", "class": "M16-03", "alarm_at": (NOW - timedelta(minutes=3)).isoformat(),
            "region": "330482102"}  # fmt: skip
    await told(house, fire)
    assert not await Case.all().count()
    rows = await Outbox.filter(notice="supervisor.unplaced").prefetch_related("account")
    assert {row.account.handle for row in rows} == {"wu", "cheng"}
    assert {row.priority for row in rows} == {outbox.RED}


async def kin(household=ELDER, what="sos", **more):
    account = await person("daughter", "family", NOW, chat="77", household=household)
    await atomically(
        lambda: relatives.agree(account, household, what, how="本人当面说的", at=NOW, **more)
    )
    return account


async def heard(account):
    return await Outbox.filter(notice="family.alarm", account=account).count()


async def test_a_relative_with_consent_hears_when_it_rings_and_when_it_is_over(house):
    daughter = await kin()
    await told(house, signal("e1", minutes=5))
    assert await heard(daughter) == 1
    await told(house, signal("e1", minutes=5))
    assert await heard(daughter) == 1
    await told(house, signal("back", "恢复", minutes=-1), at=NOW + timedelta(minutes=2))
    assert await heard(daughter) == 2


async def test_a_relative_hears_nothing_that_was_not_agreed_to_or_was_taken_back(house):
    fire_only = await kin(what="fire")
    await told(house, signal("e1"))
    assert await heard(fire_only) == 0
    await relatives.agree(fire_only, ELDER, "sos", how="书面", at=NOW, until=day_of(NOW))
    (case,) = await Case.all()
    assert not await relatives.may_hear(fire_only, case, day_of(NOW))  # it ended yesterday
    await relatives.agree(fire_only, ELDER, "sos", how="书面", at=NOW)
    assert await relatives.may_hear(fire_only, case, day_of(NOW))
    await relatives.take_back(fire_only, ELDER, at=NOW)
    assert not await relatives.may_hear(fire_only, case, day_of(NOW))


async def test_consent_gives_no_right_to_see_the_case(house):
    daughter = await kin()
    who = await accounts.who(daughter)
    for right in ("see_case", "work_case", "see_card", "see_booklet"):
        assert not may(who, right, Thing(region="330482102201", household=ELDER), AT)


async def test_nobody_can_agree_to_hear_of_anything_else(house):
    account = await person("son", "family", NOW, household=ELDER)
    with pytest.raises(relatives.NoSuchAlarm, match="illness"):
        await relatives.agree(account, ELDER, "illness", how="口头", at=NOW)
