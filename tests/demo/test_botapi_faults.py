"""Faults on purpose strike as ruled, and the truth log knows what really happened."""

import asyncio

import aiohttp
import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from demo.botapi import BotApi, Fault, Faults
from tests.demo.conftest import CHEN, PENG, bot_at


def arrived(api: BotApi, chat: int = PENG) -> list[str]:
    return [message["text"] for message in api.rooms[chat].messages.values()]


async def test_429_says_when_to_come_back(bot: Bot, api: BotApi):
    api.faults.add(Fault("429", method="sendMessage", times=1, retry_after=35))
    with pytest.raises(RetryAfter) as slow:
        await bot.send_message(PENG, "x")
    assert slow.value.retry_after.total_seconds() == 35
    assert await bot.send_message(PENG, "y")
    assert arrived(api) == ["y"]


@pytest.mark.parametrize(
    ("fault", "error", "delivered"),
    [
        (Fault("5xx", status=502, times=1), NetworkError, False),
        (Fault("5xx", status=500, times=1, after=True), NetworkError, True),
        (Fault("html", status=502, times=1), NetworkError, False),
        (Fault("html", status=200, times=1, after=True), TelegramError, True),
        (Fault("reset", times=1), NetworkError, False),
        (Fault("reset", times=1, after=True), NetworkError, True),
        (Fault("truncated", times=1), TelegramError, True),
        (Fault("429", times=1, retry_after=None), NetworkError, False),
        (Fault("error", status=403, text="Forbidden: x", times=1), Forbidden, False),
    ],
)
async def test_a_fault_before_or_after_execution(
    bot: Bot, api: BotApi, fault: Fault, error: type[TelegramError], delivered: bool
):
    api.faults.add(fault)
    with pytest.raises(TelegramError) as failed:
        await bot.send_message(PENG, "x")
    assert type(failed.value) is error
    assert bool(arrived(api)) == delivered
    row = api.truth.where("answer", method="sendMessage")[-1]
    assert (row["fault"], row["executed"]) == (fault.kind, delivered)


@pytest.mark.parametrize("after", [False, True])
async def test_silence_is_a_time_out_whether_executed_or_not(api: BotApi, root: str, after: bool):
    api.faults.add(Fault("hang", method="sendMessage", times=1, after=after))
    async with bot_at(root, api.token, seconds=0.2) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(PENG, "x")
    assert arrived(api) == (["x"] if after else [])


async def test_a_slow_answer_arrives_whole(bot: Bot, api: BotApi):
    api.faults.add(Fault("slow", method="sendMessage", seconds=0.1, times=1))
    assert (await bot.send_message(PENG, "慢慢来")).text == "慢慢来"


async def test_a_rule_may_mean_one_chat_some_methods_and_skip(bot: Bot, api: BotApi):
    api.faults.add(Fault("error", method="send*", chat=PENG, skip=1, times=1, status=400, text="x"))
    await bot.send_message(PENG, "一")
    await bot.send_message(CHEN, "一")
    with pytest.raises(BadRequest):
        await bot.send_message(PENG, "二")
    await bot.send_message(PENG, "三")
    assert arrived(api) == ["一", "三"]


def test_the_same_seed_gives_the_same_faults():
    def run(seed: int) -> list[bool]:
        faults = Faults([Fault("reset", probability=0.5)], seed=seed)
        return [faults.for_call("sendMessage", 1) is not None for _ in range(40)]

    assert run(7) == run(7) != run(8)
    assert 5 < sum(run(7)) < 35


def test_an_unknown_fault_is_named():
    with pytest.raises(ValueError, match="no such fault: flood; there are 429"):
        Fault("flood")


async def test_an_update_comes_twice_even_after_it_was_confirmed(bot: Bot, api: BotApi):
    api.faults.add(Fault("duplicate", times=1))
    api.human(PENG).say("到了")
    first = await bot.get_updates()
    again = await bot.get_updates(offset=first[0].update_id + 1)
    assert [u.update_id for u in again] == [u.update_id for u in first]
    assert await bot.get_updates(offset=first[0].update_id + 1) == ()
    assert len(api.truth.where("handed", update=first[0].update_id)) == 2


async def test_updates_come_in_another_order(bot: Bot, api: BotApi):
    api.faults.add(Fault("reorder", times=1))
    for n in range(9):
        api.human(PENG).say(str(n))
    got = [u.message.text for u in await bot.get_updates()]
    assert got != sorted(got) == [str(n) for n in range(9)]


async def test_a_polling_fault_loses_nothing(bot: Bot, api: BotApi):
    api.human(PENG).say("到了")
    api.faults.add(Fault("truncated", method="getUpdates", times=1))
    with pytest.raises(TelegramError):
        await bot.get_updates()
    assert [u.message.text for u in await bot.get_updates()] == ["到了"]


async def test_the_truth_log_tells_what_arrived_and_what_was_taken(bot: Bot, api: BotApi):
    sent = await bot.send_message(PENG, "请您去看看")
    call, answer = api.truth.where(method="sendMessage")
    assert (call["params"]["text"], call["chat"]) == ("请您去看看", PENG)
    assert (answer["call"], answer["message_ids"]) == (call["n"], [sent.message_id])
    api.human(PENG).say("到了")
    update = (await bot.get_updates())[0].update_id
    assert not api.truth.where("confirmed", update=update)
    await bot.get_updates(offset=update + 1)
    assert api.truth.where("confirmed", update=update)


async def test_stopping_the_server_frees_whoever_hangs(api: BotApi, root: str):
    api.faults.add(Fault("hang", method="sendMessage"))
    async with aiohttp.ClientSession() as client:
        url = f"{root}/bot{api.token}/sendMessage"
        hanging = asyncio.create_task(client.post(url, json={"chat_id": PENG, "text": "x"}))
        await asyncio.sleep(0.05)
        await api.close()
        with pytest.raises(aiohttp.ClientError):
            await asyncio.wait_for(hanging, 5)


async def test_pages_of_other_sites_cannot_call(api: BotApi, root: str):
    url = f"{root}/bot{api.token}/getMe"
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(url)).status_code == 200
        for headers in (
            {"Origin": "https://evil.example"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Host": "evil.example"},
        ):
            assert (await client.get(url, headers=headers)).status_code == 403
