"""`jpf run` as an operator runs it: a process of its own against a Bot API on this machine."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from demo.botapi import BotApi, Limits, User, application, serving

ROOT = Path(__file__).parents[1]


def jpf(home: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "jpf", *arguments, "--home", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    return done.stdout


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


@asynccontextmanager
async def running(home: Path, root: str, **more: str):
    """The service as a process; what is started here is stopped here."""
    port = free_port()
    env = os.environ | {
        "JPF_BOT__TOKEN": "9900000001:made-up-token-for-this-machine-only",
        "JPF_BOT__API_ROOT": root,
        "JPF_WEB__PORT": str(port),
        **more,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "jpf", "run", "--home", str(home),
        cwd=ROOT, env=env, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def until(condition, seconds: float = 15.0):
    """Wait for something to become true; its value."""
    for _ in range(int(seconds / 0.05)):
        try:
            if found := await condition():
                return found
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen in time")


async def healthy(address: str) -> dict | None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{address}/healthz") as answer,
    ):
        return await answer.json() if answer.status == 200 else None


def texts(api: BotApi, chat: int) -> list[str]:
    return [m.get("text", "") for m in api.rooms[chat].messages.values()]


@pytest.fixture
def home(tmp_path):
    jpf(tmp_path, "init", "--made-up")
    return tmp_path


async def test_it_enrols_answers_and_ends_with_zero(home):
    import json

    made = json.loads(
        jpf(home, "user", "invite", "peng", "--name", "彭老师", "--role", "grid",
            "--area", "鱼圻塘村", "--unit", "鱼圻塘村", "--json")
    )  # fmt: skip
    api = BotApi([User(11, "彭老师", "worker")], limits=Limits(on=False))
    async with serving(application(api)) as root, running(home, root) as (process, address):
        await until(lambda: healthy(address))
        api.human(11).say(f"/start {made['code']}")
        await until(lambda: said(api, 11, "绑好了"))
        api.human(11).say("待办")
        await until(lambda: said(api, 11, "今天没有要跑的户"))
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 12) == 0


async def said(api: BotApi, chat: int, words: str) -> bool:
    return any(words in text for text in texts(api, chat))


async def test_killed_in_the_middle_it_answers_after_the_restart_once(home):
    import json

    made = json.loads(
        jpf(home, "user", "invite", "peng", "--role", "grid", "--area", "鱼圻塘村", "--json")
    )
    api = BotApi([User(11, "彭老师", "worker")], limits=Limits(on=False))
    async with serving(application(api)) as root:
        async with running(home, root) as (process, address):
            await until(lambda: healthy(address))
            api.human(11).say(f"/start {made['code']}")
            await until(lambda: said(api, 11, "绑好了"))
            process.kill()
            await process.wait()
        api.human(11).say("待办")
        async with running(home, root) as (process, address):
            await until(lambda: said(api, 11, "今天没有要跑的户"))
            await asyncio.sleep(0.5)
            assert sum("今天没有要跑的户" in text for text in texts(api, 11)) == 1


async def test_a_second_copy_on_the_same_database_refuses_to_start(home):
    api = BotApi([], limits=Limits(on=False))
    async with serving(application(api)) as root, running(home, root) as (_, address):
        await until(lambda: healthy(address))
        async with running(home, root) as (second, _):
            _, said_ = await asyncio.wait_for(second.communicate(), 15)
            assert second.returncode == 1
            assert "正在使用这份数据" in said_.decode()


async def test_a_test_clock_is_refused_where_real_data_may_live(tmp_path):
    jpf(tmp_path, "init")
    async with running(tmp_path, "http://127.0.0.1:9", JPF_CLOCK="2022-07-15T08:00") as (
        process,
        _,
    ):
        _, said_ = await asyncio.wait_for(process.communicate(), 15)
        assert process.returncode == 1
        assert "made_up" in said_.decode()


async def test_a_webhook_without_its_secret_is_refused_and_stores_nothing(home):
    api = BotApi([User(11, "彭老师", "worker")], limits=Limits(on=False))
    secret = {"JPF_BOT__MODE": "webhook", "JPF_BOT__WEBHOOK_SECRET": "s" * 32}
    update = {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "待办",
              "chat": {"id": 11, "type": "private"},
              "from": {"id": 11, "is_bot": False, "first_name": "x"}}}  # fmt: skip
    async with (
        serving(application(api)) as root,
        running(home, root, **secret) as (_, address),
        aiohttp.ClientSession() as session,
    ):
        await until(lambda: healthy(address))
        hook = f"{address}/telegram/webhook"
        for given in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}):
            async with session.post(hook, json=update, headers=given) as answer:
                assert answer.status == 403
        right = {"X-Telegram-Bot-Api-Secret-Token": "s" * 32}
        async with session.post(hook, data="{", headers=right) as answer:
            assert answer.status == 415
        async with session.get(hook, headers=right) as answer:
            assert answer.status == 405
        async with session.post(hook, json=update, headers=right) as answer:
            assert answer.status == 200
        await until(lambda: said(api, 11, "还不认识您"))
