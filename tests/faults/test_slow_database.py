"""F31: slow questions and a pool that is used up: all of it bounded, and chats go on."""

import asyncio

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import inbox
from bot.channels.telegram.said import keyed
from core.privacy.vault import Vault
from core.store.bounds import Bounds
from core.store.casework import Case, Step
from core.store.database import StoreSlow, atomically, open_store, passing, raw
from core.store.mail import Inbox
from core.store.people import Account
from tests.conftest import _sql
from tests.factories import TestClock, case, staff
from tests.faults.test_hostile import Phone
from web.crowd import few_at_once

BOUNDS, HANDS = Bounds(statement=0.4, silence=0.8), 3


@pytest.fixture
async def slow(postgres, postgres_template, tmp_path):
    """A database with few hands that soon gives a statement up; its address."""
    name = f"s_{abs(hash(tmp_path)):x}"
    await _sql(
        postgres.format(name="postgres"), f'CREATE DATABASE "{name}" TEMPLATE {postgres_template}'
    )
    url = f"{postgres.format(name=name)}&maxsize={HANDS}"
    async with await open_store(url, Vault.throwaway(), BOUNDS):
        yield url


def dawdle() -> asyncio.Task:
    return asyncio.create_task(raw("SELECT pg_sleep(60)"))


async def test_a_statement_is_given_up_and_the_trouble_is_passing(slow):
    with pytest.raises(Exception, match="statement timeout") as told:
        await dawdle()
    assert passing(told.value)
    with pytest.raises(StoreSlow):
        await atomically(lambda: raw("SELECT pg_sleep(60)"))


async def test_a_tap_is_answered_while_every_hand_is_kept_busy(slow, now):
    clock = TestClock(now)
    await staff(now)
    opened = await case(now, whistle=("village",))
    phone = Phone(clock)
    slow_ones = [dawdle() for _ in range(HANDS)]
    await asyncio.sleep(0.05)
    press = phone.press(phone.button("take", opened.number, 11), 11)
    await inbox.store("telegram", [keyed(press)], now)
    await phone.processor.drain()
    assert await Step.filter(case=opened, what="take").count() == 1
    assert len(phone.toasts) == 1
    ends = await asyncio.gather(*slow_ones, return_exceptions=True)
    assert all(passing(end) for end in ends), "and everything came to an end"


async def test_who_holds_a_row_and_goes_silent_holds_up_nobody_for_good(slow, now):
    """A process that is stopped amid a transaction: the server ends it, the others go on."""
    people, locked = await staff(now), asyncio.Event()

    async def silent() -> None:
        await Account.filter(id=people["peng"].id).update(lang="en")
        locked.set()
        await asyncio.sleep(30)

    holder = asyncio.create_task(atomically(silent))
    await locked.wait()
    with pytest.raises(StoreSlow):
        await atomically(lambda: Account.filter(handle="peng").update(lang="zh"))
    await asyncio.sleep(BOUNDS.silence)
    await atomically(lambda: Account.filter(handle="peng").update(lang="zh"))
    assert (await Account.get(handle="peng")).lang == "zh"
    holder.cancel()


async def test_a_message_whose_handling_is_too_slow_is_put_aside_and_the_others_go_on(slow, now):
    clock = TestClock(now)
    await staff(now)
    opened = await case(now, whistle=("village",))
    phone = Phone(clock)
    await raw("""CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_sleep(60); RETURN NEW; END'""")
    await raw("""CREATE TRIGGER dawdles BEFORE INSERT ON outbox FOR EACH ROW
              WHEN (NEW.chat = '12') EXECUTE FUNCTION dawdle()""")
    await Inbox.all().delete()
    poisoned, good = (
        phone.says("待办", 12),
        phone.press(phone.button("take", opened.number, 11), 11),
    )
    await inbox.store("telegram", [keyed(poisoned), keyed(good)], now)
    await phone.processor._round()
    assert (await Case.get(id=opened.id)).worker_id, "in the very first round"
    assert (await Inbox.get(chat="12")).tries == 1


async def test_the_desk_uses_few_hands_and_turns_away_who_is_too_far_behind():
    free, inside, most = asyncio.Event(), 0, 0

    async def page(_request):
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await free.wait()
        inside -= 1
        return web.Response(text="page")

    async def health(_request):
        return web.Response(text="ok")

    app = web.Application(middlewares=[few_at_once("/desk", at_once=2, in_line=3)])
    app.add_routes([web.get("/desk/x", page), web.get("/healthz", health)])
    async with TestClient(TestServer(app)) as client:
        asked = [asyncio.create_task(client.get("/desk/x")) for _ in range(8)]
        await asyncio.wait(asked, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert (await client.get("/healthz")).status == 200
        await asyncio.sleep(0.2)
        free.set()
        answers = sorted(answer.status for answer in await asyncio.gather(*asked))
    assert answers == [200] * 5 + [503] * 3 and most == 2
