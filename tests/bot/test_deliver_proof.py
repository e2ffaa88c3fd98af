"""A tap on a message that was never answered for proves that it arrived; a guess proves nothing."""

from datetime import timedelta

import pytest

from bot.deliver.proof import proven
from bot.message import Incoming, Press
from core.store.mail import Outbox
from tests.factories import TestClock, case, staff


@pytest.fixture
def clock(now):
    return TestClock(now)


def tap(number: str, message: str, clock) -> Incoming:
    return Incoming("telegram", "11", "11", "q1", clock(), press=Press("take", number, "", message))


async def unsure(clock, **more) -> tuple[str, Outbox]:
    opened = await case(clock(), whistle=("village",), **more)
    row = await Outbox.get(case=opened, notice="worker.case")
    await Outbox.filter(id=row.id).update(
        state="ambiguous", chat="11", channel="telegram", started_at=clock(), attempts=1, maybe=1
    )
    return opened.number, row


async def test_the_message_tapped_is_sent_and_known_by_its_number(both, clock):
    await staff(clock())
    number, row = await unsure(clock)
    await proven(tap(number, "7", clock), clock())
    row = await Outbox.get(id=row.id)
    assert (row.state, row.message_id) == ("sent", "7")


async def test_a_tap_about_another_case_proves_nothing(both, clock):
    await staff(clock())
    _, row = await unsure(clock)
    await proven(tap("PH-2022-000999", "7", clock), clock())
    assert (await Outbox.get(id=row.id)).state == "ambiguous"


async def test_two_that_could_be_meant_are_both_left_unsure(both, clock):
    await staff(clock())
    number, row = await unsure(clock)
    row.pk, row.dedup = None, "again"
    row.state, row.chat, row.channel, row.attempts = "ambiguous", "11", "telegram", 1
    await row.save(force_create=True)
    await proven(tap(number, "7", clock), clock())
    assert await Outbox.filter(state="ambiguous").count() == 2


async def test_a_message_older_than_what_went_before_is_an_earlier_copy(both, clock):
    await staff(clock())
    earlier, first = await unsure(clock)
    await Outbox.filter(id=first.id).update(
        state="sent", message_id="9", started_at=clock() - timedelta(minutes=1)
    )
    number, row = await unsure(clock, subject="p2", household="H2")
    await proven(tap(number, "8", clock), clock())
    assert (await Outbox.get(id=row.id)).state == "ambiguous"
    await proven(tap(number, "9", clock), clock())
    assert (await Outbox.get(id=row.id)).state == "ambiguous"
    assert earlier != number
