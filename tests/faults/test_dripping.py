"""F42: a server whose answers drip is given up after a time, whatever was asked; nothing is lost."""

import asyncio

import pytest

from bot.channels import MaybeSent
from bot.channels.telegram import Telegram
from bot.deliver import Sender
from bot.message import Incoming, Message, Reply
from bot.pace import Pace
from core.drawing import nothing
from core.privacy.vault import Vault
from core.store.mail import Outbox
from demo.botapi import BotApi, Limits, User, application, serving
from tests.conftest import MORNING
from tests.factories import TestClock, case, staff

WITHIN = 0.4
DRIPS = {"kind": "slow", "seconds": 60.0}  # every piece is there long before the library gives up


@pytest.fixture
async def vendor():
    api = BotApi([User(n, "某", "worker") for n in (11, 21)], limits=Limits(on=False))
    async with serving(application(api)) as root:
        yield api, root


async def channel_to(root: str, clock=None) -> Telegram:
    made = Telegram("9900000001:made-up-token-for-this-machine-only", Vault.throwaway(),
                    clock or TestClock(MORNING), root=root, domestic=True,
                    answered_within=WITHIN)  # fmt: skip
    await made.start()
    return made


async def test_a_send_whose_answer_drips_may_have_arrived(vendor):
    api, root = vendor
    api.faults.add(method="sendMessage", **DRIPS)
    channel = await channel_to(root)
    with pytest.raises(MaybeSent):
        await channel.send("11", Message("x"), None)
    await channel.stop()
    assert len(api.rooms[11].messages) == 1, "and it had"


async def test_it_goes_again_marked_and_nobody_else_waits(db, vendor, now):
    api, root = vendor
    clock = TestClock(now)
    await staff(now)
    await case(now, whistle=("M02", "village"))
    api.faults.add(method="sendMessage", chat=11, times=1, **DRIPS)
    channel = await channel_to(root, clock)
    pace = Pace(overall=9999, per_chat=0, per_group=9999)
    sender = Sender({"telegram": channel}, clock, nothing, pace, answered_within=WITHIN)
    await sender.start("test")
    await sender.drain()
    assert api.rooms[21].messages, "the other chat has its own"
    assert (await Outbox.get(chat="11")).state == "ambiguous"
    clock.on(seconds=61)
    await sender.drain()
    await channel.stop()
    first, second = (m["text"] for m in api.rooms[11].messages.values())
    assert "可能重复" not in first and "可能重复" in second


async def test_updates_that_drip_are_asked_for_again_and_stored_once(vendor):
    api, root = vendor
    api.faults.add(method="getUpdates", times=1, **DRIPS)
    api.human(11).say("待办")
    channel, stored, there = await channel_to(root), [], asyncio.Event()

    async def store(updates):
        stored.extend(updates)
        if updates:
            there.set()

    polling = asyncio.create_task(channel.poll(store))
    async with asyncio.timeout(10):
        await there.wait()
    polling.cancel()
    await asyncio.wait({polling})
    await channel.stop()
    assert [struck for _, struck in api.faults.struck()] == [1]
    assert len(stored) == 1


async def test_a_spinner_that_drips_holds_up_nobody_for_long(vendor):
    api, root = vendor
    api.faults.add(method="setMessageReaction", **DRIPS)
    channel = await channel_to(root)
    heard = Incoming("telegram", "11", "11", "k", MORNING, message_id="1")
    async with asyncio.timeout(10):
        await channel.acknowledge(heard, Reply(react="👌"))
    await channel.stop()
