"""F19: a service that falls over again and again stops sending and working, and says why."""

import argparse
import asyncio
import os
import signal
import socket
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from core.safety.falling import FOLDER, begin
from core.store.mail import Outbox
from core.store.timetable import Job
from demo.botapi import BotApi, Limits, User, application, serving
from jpf.home import open_house
from jpf.verbs import run
from tests.factories import case, person, staff
from tests.safety.test_starting import health_of
from tests.test_service import free_port, healthy, until

ADMIN, WORKER = 77, 11


def falls(home, at, error: Exception | None = None) -> None:
    """A start and its death, by an error or by SIGKILL."""
    start = begin(home, at)
    start.fell(error) if error else start.slip.close()


def trouble(home, at) -> str:
    start = begin(home, at)
    start.slip.close()
    return start.trouble


def test_two_falls_are_no_loop_and_three_are(tmp_path, now):
    falls(tmp_path, now)
    falls(tmp_path, now + timedelta(minutes=1), OSError("x"))
    start = begin(tmp_path, now + timedelta(minutes=2))
    assert start.trouble == ""
    start.fell(ValueError("陆水根"))
    told = trouble(tmp_path, now + timedelta(minutes=9))
    assert "3 次（OSError、ValueError）" in told and "jpf doctor" in told
    assert "陆水根" not in "".join(p.read_text("utf-8") for p in (tmp_path / FOLDER).iterdir())


def test_falls_of_more_than_ten_minutes_ago_do_not_count_and_go(tmp_path, now):
    for minute in range(3):
        falls(tmp_path, now + timedelta(minutes=minute))
    assert trouble(tmp_path, now + timedelta(minutes=11)) == ""
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_processes_that_live_side_by_side_are_not_taken_for_dead(tmp_path, now):
    starts = [begin(tmp_path, now + timedelta(seconds=n)) for n in range(5)]
    assert [start.trouble for start in starts] == [""] * 5
    for start in starts:
        start.ended()
    assert not list((tmp_path / FOLDER).iterdir())


def test_whoever_stops_it_as_asked_begins_anew(tmp_path, now):
    for second in range(3):
        falls(tmp_path, now + timedelta(seconds=second))
    last = begin(tmp_path, now + timedelta(minutes=1))
    assert last.trouble
    last.ended()
    assert trouble(tmp_path, now + timedelta(minutes=2)) == ""


def test_a_slip_that_was_cut_while_it_was_written_hurts_nobody(tmp_path, now):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "x").write_text("2022-07", "utf-8")
    assert trouble(tmp_path, now) == ""


@asynccontextmanager
async def serves(home):
    """`jpf run` in this process; stopped as an operator stops it."""
    task = asyncio.create_task(run._serve(argparse.Namespace(home=home, only=None)))
    try:
        yield task
    finally:
        if not task.done():
            os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait({task})


@pytest.fixture
async def home(sqlite_home):
    """An installation with an admin, and an alert that waits for a worker."""
    async with open_house(sqlite_home) as house:
        now = house.clock()
        await staff(now)
        await person("gao", "admin", now, chat=str(ADMIN))
        await case(now, colour="红", whistle=("village",))
    return sqlite_home


async def test_after_three_falls_it_sends_nothing_but_one_notice_and_healthz_says_why(
    home, monkeypatch
):
    api = BotApi([User(n, "某", "worker") for n in (ADMIN, WORKER)], limits=Limits(on=False))
    async with serving(application(api)) as root:
        monkeypatch.setenv("JPF_BOT__API_ROOT", root)
        monkeypatch.setenv("JPF_BOT__TOKEN", api.token)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            monkeypatch.setenv("JPF_WEB__PORT", str(taken.getsockname()[1]))
            for _ in range(3):
                async with serves(home) as task:
                    with pytest.raises(OSError, match="in use"):
                        await task
        port = free_port()
        monkeypatch.setenv("JPF_WEB__PORT", str(port))
        address = f"http://127.0.0.1:{port}"
        async with serves(home) as task:
            told = await until(lambda: health_of(address))
            assert told["safe_mode"] is True and "倒了 3 次（OSError）" in told["why"]
            await until(lambda: said(api, ADMIN))
            await asyncio.sleep(0.3)
        assert len(api.rooms[ADMIN].messages) == 1
        assert not api.rooms[WORKER].messages, "the alert waits"
        async with open_house(home):
            assert not await Job.all().exists(), "no job ran"
            assert await Outbox.filter(state="pending").count() == 1
        async with serves(home) as task:
            assert await until(lambda: healthy(address)), "stopped as asked, it begins anew"
            await until(lambda: said(api, WORKER))
        assert len(api.rooms[ADMIN].messages) == 1, "it does not say it twice"


async def said(api: BotApi, chat: int) -> bool:
    return bool(api.rooms[chat].messages)
