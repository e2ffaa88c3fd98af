"""F79: who floods us waits for himself alone; nothing is lost, and nobody is answered for ever."""

import asyncio

import pytest

from bot import inbox, measure
from bot.channels.telegram.said import keyed
from bot.measure import Measure
from core.counsel.limits import IN_AN_HOUR
from core.store.casework import Step
from core.store.mail import Inbox, Outbox
from tests.factories import TestClock, case, staff
from tests.faults.test_hostile import Phone


def test_a_burst_is_let_through_then_so_many_a_second():
    bucket = Measure(at_once=3, a_second=2.0)
    assert [bucket.lets("a", 0.0) for _ in range(5)] == [True] * 3 + [False] * 2
    assert [bucket.lets("a", 1.0) for _ in range(3)] == [True, True, False]
    assert bucket.lets("b", 1.0), "another chat has a bucket of its own"
    assert [bucket.lets("a", 100.0) for _ in range(4)] == [True] * 3 + [False], (
        "never more than full"
    )


def test_refusals_cost_nothing_so_a_flood_does_not_starve_itself():
    bucket = Measure(at_once=1, a_second=1.0)
    assert bucket.lets("a", 0.0)
    assert not any(bucket.lets("a", n / 100) for n in range(1, 99))
    assert bucket.lets("a", 1.0)


def test_ten_thousand_chats_take_bounded_room_and_a_flooder_is_not_forgotten(monkeypatch):
    monkeypatch.setattr(measure, "KEPT", 100)
    bucket = Measure(at_once=5, a_second=0.0001)
    for n in range(1000):
        bucket.lets("flooder", float(n))
        bucket.lets(f"chat {n}", float(n))
    assert len(bucket._buckets) <= 101
    assert not bucket.lets("flooder", 1000.0)


@pytest.fixture
async def phone(both, now):
    await staff(now)
    return Phone(TestClock(now))


async def comes(condition) -> None:
    async with asyncio.timeout(15):
        while not await condition():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_flood_is_kept_and_handled_later_and_nobody_else_waits(phone):
    opened = await case(phone.clock(), whistle=("village",))
    phone.processor.measure = Measure(at_once=5, a_second=0.0)
    flood = [keyed(phone.says("待办", 12)) for _ in range(30)]
    await inbox.store("telegram", flood, phone.clock())
    running = asyncio.create_task(phone.processor.run())
    await comes(lambda: _done("12", 5))
    calm = keyed(phone.press(phone.button("take", opened.number, 11), 11))
    await inbox.store("telegram", [calm], phone.clock())
    phone.processor.wake.set()
    await comes(lambda: Step.filter(case=opened, what="take").exists())
    assert await Inbox.filter(chat="12", state="done").count() == 5, "the rest waits"
    phone.processor.measure.a_second = 1000.0
    await comes(lambda: _done("12", 30))
    running.cancel()
    await asyncio.wait({running})
    handled = (
        await Inbox.filter(chat="12").order_by("handled_at", "id").values_list("id", flat=True)
    )
    assert handled == sorted(handled) and not await Inbox.exclude(state="done").exists()


async def _done(chat: str, number: int) -> bool:
    return await Inbox.filter(chat=chat, state="done").count() >= number


async def answers(chat: str) -> list[str]:
    rows = await Outbox.filter(chat=chat).order_by("id")
    return [row.body["text"] for row in rows]


@pytest.mark.parametrize("words", ["今天天气不错", "我家很困难，能申请低保吗"])
async def test_strangers_and_guests_are_told_once_that_it_is_enough(phone, words):
    """The whole flood lies there before the first of it is handled."""
    updates = [keyed(phone.says(words, 66)) for _ in range(IN_AN_HOUR + 30)]
    await inbox.store("telegram", updates, phone.clock())
    await phone.processor.drain()
    told = await answers("66")
    assert len([text for text in told if "先歇一歇" in text]) == 1
    assert "先歇一歇" in told[-1] and len(told) > IN_AN_HOUR / 2, "the first were answered"
    assert not await Inbox.exclude(state="done").exists()
    cry = keyed(phone.says("我不想活了，救救我", 66))
    await inbox.store("telegram", [cry], phone.clock())
    await phone.processor.drain()
    assert len(await answers("66")) > len(told), "a cry for help is heard however often"
