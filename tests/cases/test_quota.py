"""Places and money never go below zero, whoever asks at the same time; the queue moves in order."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.cases import quota
from core.catalogue import offers
from core.clock import parse_moment
from core.store.casework import Case
from core.store.database import atomically
from core.store.helping import Quota, Slot
from tests.factories import CITY

BED, SETS = "HP-15", "HP-28"
CALM = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


async def family(now, number):
    return await Case.create(
        number=f"T-{number}", monitor="MON-21", household=f"H{number}", region="330482102201",
        colour="黄", state="planned", opened_on=now.date(), opened_at=now, evidence={},
    )  # fmt: skip


async def limit(offer, now, places=None, money=None):
    """This year's quota with other limits than the catalogue's."""
    found = await atomically(lambda: quota.of_year(offer, CITY, now))
    await Quota.filter(id=found.id).update(capacity=places, budget_fen=money)
    return found.id


@pytest.fixture
def few(monkeypatch):
    """Three places and 100 yuan, whatever the city's data say."""
    monkeypatch.setattr(quota, "limits", lambda offer, city, at: (3, 10_000))


async def counted():
    row = await Quota.get()
    held = await Slot.filter(state="held")
    return row, held, await Slot.filter(state="waiting").order_by("since", "id")


@pytest.mark.parametrize("year, places", [(2022, 175), (2023, 200), (2024, 200)])
def test_the_beds_of_a_year_are_the_citys_number(year, places):
    at = parse_moment(f"{year}-07-01T09:00")
    assert quota.limits(BED, CITY, at) == (places, 80_000_000)


def test_appliance_sets_are_a_hundred_and_three():
    assert quota.limits(SETS, CITY, parse_moment("2022-07-01T09:00"))[0] == 103


async def test_more_than_one_household_may_get_is_refused(both, now):
    case = await family(now, 1)
    with pytest.raises(quota.TooMuch):
        await atomically(lambda: quota.take(case, BED, CITY, at=now, amount_fen=400_001))
    place = await atomically(lambda: quota.take(case, BED, CITY, at=now, amount_fen=400_000))
    assert place.held


async def test_the_last_place_goes_to_one_and_the_others_wait_in_order(both, now, few):
    cases = [await family(now, n) for n in range(5)]
    told = [await atomically(lambda c=c: quota.take(c, SETS, CITY, at=now)) for c in cases]
    assert [(p.state, p.ahead) for p in told] == [
        ("held", 0), ("held", 0), ("held", 0), ("waiting", 0), ("waiting", 1),
    ]  # fmt: skip


async def test_asking_twice_takes_one_place(both, now, few):
    case = await family(now, 1)
    for _ in range(3):
        await atomically(lambda: quota.take(case, SETS, CITY, at=now))
    assert (await Quota.get()).used == 1


async def test_a_free_place_goes_to_whoever_waited_longest(both, now, few):
    cases = [await family(now, n) for n in range(6)]
    for n, case in enumerate(cases):
        await atomically(
            lambda c=case, n=n: quota.take(c, SETS, CITY, at=now + timedelta(minutes=n))
        )
    moved = await atomically(lambda: quota.give_back(cases[1], SETS, at=now))
    assert [slot.holder for slot in moved] == ["H3"]
    assert await atomically(lambda: quota.give_back(cases[4], SETS, at=now)) == []
    moved = await atomically(lambda: quota.give_back(cases[0], SETS, at=now))
    assert [slot.holder for slot in moved] == ["H5"]


async def test_money_runs_out_before_the_places_do(both, now, few):
    cases = [await family(now, n) for n in range(2)]
    asked = [
        await atomically(lambda c=c: quota.take(c, SETS, CITY, at=now, amount_fen=6_000))
        for c in cases
    ]
    assert [p.state for p in asked] == ["held", "waiting"]
    assert (await Quota.get()).spent_fen == 6_000


async def test_who_still_waits_at_new_year_comes_along(both, now, few):
    cases = [await family(now, n) for n in range(5)]
    for case in cases:
        await atomically(lambda c=case: quota.take(c, SETS, CITY, at=now))
    later = parse_moment("2023-01-03T09:00")
    newcomer = await family(now, 9)
    place = await atomically(lambda: quota.take(newcomer, SETS, CITY, at=later))
    assert place.held and [slot.holder for slot in place.moved] == ["H3", "H4"]


async def test_more_places_let_the_queue_move_before_a_newcomer(both, now, few, monkeypatch):
    for n in range(5):
        case = await family(now, n)
        await atomically(lambda c=case: quota.take(c, SETS, CITY, at=now))
    monkeypatch.setattr(quota, "limits", lambda offer, city, at: (4, 10_000))
    newcomer = await family(now, 9)
    place = await atomically(lambda: quota.take(newcomer, SETS, CITY, at=now))
    assert [slot.holder for slot in place.moved] == ["H3"]
    assert (place.state, place.ahead) == ("waiting", 1)


async def test_a_hundred_at_once_and_no_place_is_given_twice(both, now, few):
    cases = [await family(now, n) for n in range(40)]

    async def ask(case):
        return await atomically(lambda: quota.take(case, SETS, CITY, at=now))

    async def give(case):
        return await atomically(lambda: quota.give_back(case, SETS, at=now))

    await asyncio.gather(*(ask(case) for case in cases))
    row, held, waiting = await counted()
    assert (row.used, len(held), len(waiting)) == (3, 3, 37)
    await asyncio.gather(*(give(case) for case in cases[:20]), *(ask(case) for case in cases[:5]))
    row, held, waiting = await counted()
    assert row.used == len(held) == 3
    assert len(waiting) >= 17


ACTS = st.lists(
    st.tuples(st.sampled_from(["take", "give"]), st.integers(0, 5), st.sampled_from([0, 3_000])),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=CALM)
@given(acts=ACTS)
async def test_any_order_of_asking_and_giving_back_keeps_the_books(both, now, few, acts):
    await Slot.all().delete()
    await Quota.all().delete()
    cases = [await Case.get_or_none(number=f"T-{n}") or await family(now, n) for n in range(6)]
    for minute, (act, n, amount) in enumerate(acts):
        at = now + timedelta(minutes=minute)
        if act == "take":
            await atomically(
                lambda c=cases[n], a=amount, t=at: quota.take(c, SETS, CITY, at=t, amount_fen=a)
            )
        else:
            await atomically(lambda c=cases[n], t=at: quota.give_back(c, SETS, at=t))
        row = await Quota.get_or_none()
        if row is None:
            continue
        _, held, waiting = await counted()
        assert row.used == len(held) <= 3
        assert 0 <= row.spent_fen == sum(slot.amount_fen for slot in held) <= 10_000
        if waiting:  # nobody waits while there is room for him
            assert row.used == 3 or row.spent_fen + waiting[0].amount_fen > 10_000


def test_every_limited_offer_says_how_many():
    assert {name for name, o in offers().items() if o.capacity_of} == {BED}
    assert all(o.capacity is None or o.capacity > 0 for o in offers().values())
