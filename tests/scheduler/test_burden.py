"""What alerts may ask of people: one card a family and day, eight a worker, none at night, none put off."""

from datetime import timedelta

import pytest

from core import accounts
from core.access import NotAllowed
from core.clock import at_time, day_of, local
from core.monitoring import flood, nights, snooze, turns
from core.monitoring.interval import Share
from core.monitoring.wishes import put_off_until
from core.store.casework import Case, Finding
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.monitoring import Card, HeldBatch, MonitorNight, Outcome
from scheduler.conduct import Conduct
from scheduler.findings import Night, settle_all
from scheduler.jobs import learn
from tests.factories import CITY, VILLAGE_CODE, case, person, staff
from tests.scheduler.families import AT, street
from tests.scheduler.houses import house_of
from tests.scheduler.stories import TRUTHS
from tests.scheduler.verdicts import homes, says

NIGHT, NEXT = at_time(AT, 2, 30), AT + timedelta(days=1)
CAP = CITY.standards(AT).integer("alert_day_cap_worker")
pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
async def people(db):
    return await staff(NIGHT)


async def night(*verdicts, at=AT, now=None, **conduct):
    moment = now or at_time(at, 2, 30)
    told = Night(CITY, at=at, now=moment, conduct=Conduct(**conduct))
    return await settle_all(verdicts, told)


async def cards(day=AT):
    return await Card.filter(day=day, red=False).count()


async def test_a_worker_gets_eight_cards_a_day_and_the_rest_comes_next_morning(people):
    await night(says("MON-01", *homes(11)))
    assert CAP == 8 and await cards() == CAP
    waiting = await turns.waiting()
    assert len(waiting) == 3 and {c.state for c in waiting} == {"new"}
    assert not await Outbox.filter(case_id__in=[c.id for c in waiting]).count()
    assert {c.answer_due for c in waiting} == {None}  # clocks start when the card is out
    assert await turns.let_out(CITY, at=at_time(AT, 14)) == 0
    assert await turns.let_out(CITY, at=at_time(NEXT, 7, 25)) == 3
    assert await cards(NEXT) == 3 and not await turns.waiting()


async def test_red_never_waits_and_does_not_count(people):
    await night(says("MON-01", *homes(9)), says("MON-10", *homes(3, "R"), colour="红"))
    assert await cards() == CAP
    assert await Card.filter(red=True).count() == 3
    red = await Outbox.filter(case__colour="红", notice="worker.case")
    assert {row.not_before for row in red} == {NIGHT}


async def test_what_is_not_red_comes_after_the_quiet_hours(people):
    await night(says("MON-01", "H1"))
    (row,) = await Outbox.filter(notice="worker.case")
    assert local(row.not_before) == at_time(AT, 7, 30)
    await night(says("MON-02", "H2"), now=at_time(AT, 21, 30))
    late = await Outbox.filter(notice="worker.case").order_by("-id").first()
    assert local(late.not_before) == at_time(NEXT, 7, 30)


async def test_what_is_found_about_one_family_shares_a_card_and_red_stands_alone(people):
    await night(says("MON-01", "H1"), says("MON-07", "H1"), says("MON-10", "H1", colour="红"))
    assert await Case.all().count() == 2
    assert await cards() == 1


async def test_the_order_is_expected_help_and_nothing_waits_for_ever(people):
    long_ago, fresh = await case(at_time(AT - timedelta(days=50), 3)), await case(at_time(AT, 3))
    green = await case(at_time(AT, 3), colour="绿")
    good, bad, nobody = Share(18, 20), Share(2, 20), Share(0, 0)
    help_of = turns.expected_help
    assert help_of(fresh, good, AT) > help_of(fresh, nobody, AT) > help_of(fresh, bad, AT)
    assert help_of(fresh, nobody, AT) > help_of(green, nobody, AT)
    assert help_of(long_ago, bad, AT) > help_of(fresh, nobody, AT)


async def test_what_people_found_right_goes_first(people):
    for verdict, monitor in (("true", "MON-07"), ("false_alarm", "MON-01")):
        for _ in range(5):
            judged = await case(at_time(AT, 1), monitor=monitor)
            await Outcome.create(case=judged, monitor=monitor, version="1", leads=True,
                                 verdict=verdict, at=NIGHT)  # fmt: skip
    await Card.all().delete()
    await night(says("MON-01", *homes(6)), says("MON-07", *homes(6, "K")))
    waiting = {c.monitor for c in await turns.waiting()}
    assert waiting == {"MON-01"}


async def test_a_worker_may_take_one_before_its_turn(people):
    await night(says("MON-01", *homes(9)))
    peng = await accounts.who(people["peng"])
    (mine,) = await turns.queue_of(peng, at=NIGHT)
    await atomically(lambda: turns.bring_forward(mine, peng, CITY, at=at_time(AT, 9)))
    assert await turns.queue_of(peng, at=NIGHT) == []
    assert await cards() == CAP + 1


async def put_off(people, until, *, colour="黄"):
    await night(says("MON-01", "H1", colour=colour))
    found = await Case.get(household="H1")
    peng = await accounts.who(people["peng"])
    return await atomically(
        lambda: snooze.put_off(found, peng, until, how="words", at=at_time(AT, 9), longest=400)
    )


async def test_what_was_put_off_stays_silent_for_that_family_until_its_day(people):
    (row,) = await put_off(people, AT + timedelta(days=30))
    assert (row.monitor, row.household, row.how) == ("MON-01", "H1", "words")
    quiet = {"quiet": await snooze.quiet(AT)}
    await night(says("MON-01", over=["H1"]), **quiet)  # over for now
    again = says("MON-01", "H1", "H2")
    await night(again, at=NEXT, quiet=await snooze.quiet(NEXT))
    assert await Case.filter(household="H2").count() == 1
    assert (await Case.get(household="H1")).state == "closed"
    later = AT + timedelta(days=30)
    await night(again, at=later, quiet=await snooze.quiet(later))
    assert (await Case.get(household="H1")).state != "closed"


async def test_another_alert_about_that_family_still_comes_and_red_always(people):
    await put_off(people, AT + timedelta(days=30))
    quiet = await snooze.quiet(AT)
    await night(says("MON-07", "H1"), quiet=quiet)
    assert await Case.filter(monitor="MON-07").count() == 1
    way = Conduct(quiet=quiet).way
    rows = {"household": "H1", "region": VILLAGE_CODE}
    monitor = says("MON-01", "H1").monitor
    assert (way(monitor, rows | {"colour": "黄"}), way(monitor, rows | {"colour": "红"})) == (
        "",
        "open",
    )


async def test_red_is_not_put_off_and_nobody_else_puts_off(people):
    with pytest.raises(snooze.NotForRed):
        await put_off(people, NEXT, colour="红")
    zhou = await accounts.who(people["zhou"])
    with pytest.raises(NotAllowed):
        await snooze.put_off(await case(NIGHT), zhou, NEXT, how="x", at=NIGHT, longest=9)


async def test_the_longest_wish_is_cut_a_second_one_replaces_the_first_and_a_tap_ends_it(people):
    found = await case(NIGHT)
    peng = await accounts.who(people["peng"])
    for days in (900, 20):
        (row,) = await snooze.put_off(found, peng, AT + timedelta(days=days), how="words",
                                      at=NIGHT, longest=180)  # fmt: skip
    assert row.until == AT + timedelta(days=20)
    assert [r.id for r in await snooze.standing(peng, at=NIGHT)] == [row.id]
    assert await snooze.muted(found, AT)
    await snooze.cancel(row.id, peng, at=NIGHT)
    assert not await snooze.muted(found, AT) and await snooze.quiet(AT) == set()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("去过了，情况平稳", None),
        ("下个月再说吧", 17),
        ("过两个月再来", 60),
        ("半个月以后再看", 15),
        ("这户不用再提醒了", 90),
        ("先别停，还要接着提醒", None),
        ("农忙过后再去", 60),
        ("明年再说", 220),
        ("他说不用了，谢谢", None),
    ],
)
def test_a_wish_is_read_from_the_words_of_the_reply(text, days):
    until = put_off_until(text, AT, timedelta(days=90))
    assert until == (days and AT + timedelta(days=days))


async def usual(monitor, new, days=10):
    for n in range(1, days + 1):
        await MonitorNight.create(monitor=monitor, day=AT - timedelta(days=n), version="1", new=new)


async def test_a_monitor_that_jumps_is_held_and_a_person_is_told_once(people):
    await usual("MON-01", 2)
    tallies = await night(says("MON-01", *homes(40)), says("MON-07", "H1"))
    assert (tallies["MON-01"].opened, tallies["MON-01"].held) == (0, 40)
    assert await Case.filter(monitor="MON-01").count() == 0
    assert await Case.filter(monitor="MON-07").count() == 1
    batch = await HeldBatch.get()
    assert (batch.monitor, batch.hits, batch.usual["places"]) == ("MON-01", 40, [["330482102", 40]])
    await night(says("MON-01", *homes(40)), says("MON-07", "H1"))
    rows = await Outbox.filter(notice="supervisor.flood").prefetch_related("account")
    assert [r.account.handle for r in rows] == ["cheng"]
    assert await HeldBatch.all().count() == 1 and await Finding.filter(held="flood").count() == 40


async def test_the_usual_number_is_not_held_nor_an_alarm_of_a_device(people):
    await usual("MON-01", 30)
    await usual("MON-10", 0)
    await night(says("MON-01", *homes(30)), says("MON-10", *homes(20, "R"), colour="红"))
    assert not await HeldBatch.all().count()
    assert await Case.filter(monitor="MON-10").count() == 20


async def test_a_person_lets_it_go_and_the_cases_open_within_minutes(people, tmp_path):
    name = "毕业一年没工作"
    house = house_of(street({name: TRUTHS[name][0]}), tmp_path)
    await Finding.create(
        monitor="MON-01",
        version="1",
        subject=f"{name}/C",
        household=name,
        opened_on=AT,
        held="flood",
    )
    await flood.hold("MON-01", AT, 300, {}, at=NIGHT, city=CITY.code)
    assert (await learn.run(house, NIGHT))["released"] == []
    cheng = await accounts.who(people["cheng"])
    await flood.release("MON-01", cheng, city=CITY.code, why="名单是新的", at=at_time(AT, 9))
    assert (await learn.run(house, at_time(AT, 9, 5)))["released"] == ["MON-01"]
    assert await Case.filter(monitor="MON-01").count() == 1
    assert await flood.to_open() == []


async def test_what_is_dropped_opens_nothing_as_long_as_it_stays_so(people):
    await usual("MON-01", 2)
    await night(says("MON-01", *homes(40)))
    cheng = await accounts.who(people["cheng"])
    await flood.drop("MON-01", cheng, city=CITY.code, why="名单错了", at=NIGHT)
    await night(says("MON-01", *homes(40)), at=NEXT)
    assert await Case.filter(monitor="MON-01").count() == 0
    assert await Finding.filter(held="dropped").count() == 40
    with pytest.raises(flood.NothingHeld):
        await flood.release("MON-01", cheng, city=CITY.code, why="再放", at=NIGHT)


async def test_only_whoever_answers_for_the_city_lets_go(people):
    await flood.hold("MON-01", AT, 40, {}, at=NIGHT, city=CITY.code)
    town = await accounts.who(await person("t", "supervisor", NIGHT, area="330482102"))
    with pytest.raises(NotAllowed):
        await flood.release("MON-01", town, city=CITY.code, why="放", at=NIGHT)
    assert (await HeldBatch.get()).state == "held"


async def test_nights_are_counted_once_however_often_they_run(people):
    for _ in range(2):
        await night(says("MON-01", *homes(3), unknown=["U1", "U2"]))
    row = await MonitorNight.get(monitor="MON-01", day=AT)
    assert (row.hits, row.unknown, row.new, row.opened) == (3, 2, 3, 3)
    assert (await nights.usual(NEXT))["MON-01"].total == 3
    assert day_of(NIGHT) == AT
