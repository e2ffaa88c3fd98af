"""One process leads in each office; another takes over when it is dead, and fences it."""

import asyncio
import os
import socket

import pytest

from bot.deliver import Sender, rows
from bot.deliver.rows import Head
from core.drawing import nothing
from core.safety.leading import SENDER, STALE, Lead
from core.store.mail import Outbox
from tests.factories import TestClock, case, staff


class Watch:
    """A watch that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


async def test_the_first_leads_at_once_and_the_second_stands_by(both, watch):
    one, two = Lead(SENDER, "one", watch), Lead(SENDER, "two", watch)
    assert await one.seek()
    for _ in range(60):
        watch.seconds += 1
        assert await one.seek()
        assert not await two.seek()


async def test_who_is_silent_is_replaced_within_half_a_minute_and_knows_it(both, watch):
    one, two = Lead(SENDER, "one", watch), Lead(SENDER, "two", watch)
    assert await one.seek()
    assert not await two.seek()
    watch.seconds += STALE + 1
    assert STALE + 1 < 30
    assert await two.seek()
    assert two.epoch == 2
    assert not await one.seek()
    assert one.epoch == 0


async def test_a_process_of_this_machine_that_died_is_followed_without_waiting(both, watch):
    gone = await asyncio.create_subprocess_exec("true")
    await gone.wait()
    host = socket.gethostname()
    assert await Lead(SENDER, f"{host}:{gone.pid}", watch).seek()
    assert await Lead(SENDER, f"{host}:{os.getpid()}", watch).seek()
    assert not await Lead(SENDER, "elsewhere:1", watch).seek()


async def test_two_that_stand_by_do_not_both_take_over(both, watch):
    leads = [Lead(SENDER, name, watch) for name in ("one", "two", "three")]
    assert [await lead.seek() for lead in leads] == [True, False, False]
    watch.seconds += STALE + 1
    assert sorted([await leads[1].seek(), await leads[2].seek()]) == [False, True]


async def test_who_resigns_is_followed_without_waiting(both, watch):
    one, two = Lead(SENDER, "one", watch), Lead(SENDER, "two", watch)
    await one.seek()
    await one.resign()
    assert await two.seek()


async def test_a_former_leader_claims_nothing_and_what_it_had_is_unsure(both, now, watch):
    clock = TestClock(now)
    await staff(clock())
    await case(clock(), whistle=("village",))
    one, two = Lead(SENDER, "one", watch), Lead(SENDER, "two", watch)
    assert await one.seek()
    row = await Outbox.filter(state="pending").first()
    assert await rows.claim([Head(row.id, 0, "telegram", "11")], one.epoch, clock()) == [True]
    await two.seek()
    watch.seconds += STALE + 1
    assert await two.seek()
    await Sender({}, clock, nothing).lead(two.epoch)
    assert (await Outbox.get(id=row.id)).state == "ambiguous"
    again = [Head(row.id, 1, "telegram", "11")]
    assert await rows.claim(again, one.epoch, clock()) == [False]
    assert await rows.claim(again, two.epoch, clock()) == [True]
