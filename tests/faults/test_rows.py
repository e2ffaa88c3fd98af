"""Rows of the list of faults that have no better place: each test names its row."""

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import inbox, notices
from bot.channels import Wait
from bot.channels.telegram import Telegram
from bot.channels.telegram.said import keyed
from bot.message import Message, plain
from core.privacy.vault import Vault
from core.safety import refusals
from core.store import database
from core.store.casework import Case, Step
from core.store.database import atomically, open_store, raw
from core.store.mail import Inbox, Outbox, Talk
from core.store.people import Account
from tests.bot.test_deliver import Spy, sender
from tests.conftest import MORNING
from tests.factories import TestClock, case, staff
from tests.faults.test_hostile import Phone, clock
from tests.rights.test_chat_doors import DRAFT
from tests.safety.world import install

__all__ = ["clock"]
ROOT = Path(__file__).parents[2]
LONGEST = 4096


def test_f20_an_error_at_start_with_an_open_database_ends_the_process(tmp_path, sqlite_template):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "jingpingfu.sqlite3").write_bytes(sqlite_template.read_bytes())
    home = install(tmp_path / "home")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        env = os.environ | {"JPF_WEB__PORT": str(taken.getsockname()[1])}
        command = [sys.executable, "-m", "jpf", "run", "--only", "web", "--home", str(home)]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60)
    assert done.returncode not in (0, None)
    assert b"not-a-real-token" not in done.stderr


async def test_f23_a_database_that_others_lock_is_waited_for(sqlite_template, tmp_path, now):
    path = tmp_path / "t.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    locked, free = threading.Event(), threading.Event()

    def other_program() -> None:
        with closing(sqlite3.connect(path)) as other:
            other.execute("BEGIN IMMEDIATE")
            locked.set()
            free.wait(20)
            other.rollback()

    holder = threading.Thread(target=other_program)
    async with await open_store(f"sqlite://{path}?busy_timeout=50", Vault.throwaway()):
        await raw("SELECT 1")
        holder.start()
        assert await asyncio.to_thread(locked.wait, 10)
        asyncio.get_running_loop().call_later(0.4, free.set)
        began = time.monotonic()
        await atomically(lambda: Account.create(handle="a", name="某", created_at=now))
        assert time.monotonic() - began > 0.1, "it was not locked at all"
        assert await Account.all().count() == 1
    holder.join()


async def test_f25_a_full_disk_refuses_a_write_as_a_whole_and_nothing_else(db, now):
    async def many():
        await Account.create(handle="first", name="某", created_at=now)
        for n in range(400):
            await Talk.create(channel="c", chat=str(n), draft={"x": "满" * 2000}, updated_at=now)

    pages = (await raw("PRAGMA page_count"))[0]["page_count"]
    await raw(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(Exception, match="full"):
        await atomically(many)
    assert await Account.all().count() == await Talk.all().count() == 0, "nothing of it"
    await raw("PRAGMA max_page_count = 1000000")
    await atomically(many)
    assert await Talk.all().count() == 400, "as soon as there is room"


async def test_f32_a_connection_cut_in_the_commit_doubles_nothing(both, clock, monkeypatch):
    """What was done is committed; the answer is lost; the same is tried again."""
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone, once, cut = Phone(clock), database._once, []

    async def committed_but_untold(work):
        told = await once(work)
        if not cut:
            cut.append(work)
            raise ConnectionError("connection was closed in the middle of COMMIT")
        return told

    press = phone.press(phone.button("take", opened.number, 11), 11)
    await inbox.store("telegram", [keyed(press)], clock())
    before = await Outbox.all().count()
    monkeypatch.setattr(database, "_once", committed_but_untold)
    await phone.processor.drain()
    assert cut, "nothing was cut"
    assert await Step.filter(case=opened, what="take").count() == 1
    assert (await Inbox.get()).state == "done"
    answers = await Outbox.all().offset(before).values_list("dedup", flat=True)
    assert len(answers) == len(set(answers))


@pytest.fixture
def claim_untold(monkeypatch):
    """The connection is cut in the commit of the first claim: it is kept, and nobody is told."""
    once, cut = database._once, []

    async def committed_but_untold(work):
        told = await once(work)
        if not cut and await Outbox.filter(state="sending").exists():
            cut.append(work)
            raise ConnectionError("connection was closed in the middle of COMMIT")
        return told

    monkeypatch.setattr(database, "_once", committed_but_untold)
    return cut


async def test_f32_a_claim_that_is_kept_but_untold_is_ours_and_goes_unmarked(
    both, clock, claim_untold
):
    await staff(clock())
    await case(clock(), whistle=("village",))
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert claim_untold, "nothing was cut"
    [text] = spy.to("11")
    assert "可能重复" not in text


async def test_f29_what_was_claimed_when_the_database_went_away_goes_again_marked(
    both, clock, claim_untold, monkeypatch
):
    await staff(clock())
    await case(clock(), whistle=("village",))
    spy = Spy()
    out = await sender(spy, clock)
    monkeypatch.setattr(database, "PATIENCE", -1.0)
    await out.round()
    assert claim_untold and spy.to("11") == []
    assert await Outbox.filter(state="sending").exists()
    await out.drain()
    [text] = spy.to("11")
    assert "可能重复" in text.splitlines()[0], "nobody can know"


@pytest.fixture
async def vendor():
    """A vendor that answers every call with one status and body; how often it was asked."""

    class Vendor:
        status, body, asked = 200, {"ok": True, "result": []}, 0

    async def answer(_request):
        Vendor.asked += 1
        return web.json_response(Vendor.body, status=Vendor.status)

    app = web.Application()
    app.add_routes([web.post("/bot{token}/{method}", answer)])
    async with TestServer(app) as server:
        Vendor.root = str(server.make_url("")).rstrip("/")
        yield Vendor


async def speaks_to(vendor) -> Telegram:
    vault, root = Vault.throwaway(), vendor.root
    return Telegram("1:made-up", vault, TestClock(MORNING), root=root, domestic=True)


async def test_f36_a_429_that_does_not_say_how_long_is_a_pause_of_half_a_minute(vendor):
    vendor.status = 429
    vendor.body = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
    channel = await speaks_to(vendor)
    with pytest.raises(Wait) as told:
        await channel.send("11", Message("x"), None)
    assert told.value.seconds == 30
    await channel.stop()


async def until_counted(door: str) -> None:
    while not refusals.counted[door]:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


async def test_f49_a_second_poller_on_our_token_is_an_alarm_and_no_spin(vendor):
    vendor.status = 409
    vendor.body = {"ok": False, "error_code": 409,
                   "description": "Conflict: terminated by other getUpdates request"}  # fmt: skip
    channel, stored = await speaks_to(vendor), []
    refusals.counted.clear()

    async def store(updates):
        stored.append(updates)

    polling = asyncio.create_task(channel.poll(store))
    async with asyncio.timeout(20):
        await until_counted("token")
    asked = vendor.asked
    await asyncio.sleep(0.5)
    assert vendor.asked == asked, "it asks again at once"
    assert stored == []
    polling.cancel()
    await asyncio.wait({polling})
    await channel.stop()


LONG = "去过了，人在家，" + "说了很多，" * 800
FREE = ("visit_words", "reason", "result", "plan_reason", "write_words", "note", "ask_heard",
        "ask_wrong", "danger_where", "")  # fmt: skip


@pytest.mark.parametrize("chat", [11, 12, 21])
async def test_f47_whatever_people_write_no_message_of_ours_is_too_long(db, clock, chat):
    await staff(clock())
    opened = await case(clock(), whistle=("M02", "village"))
    phone = Phone(clock)
    worker = await Account.get(handle="peng")
    await Case.filter(id=opened.id).update(worker_id=worker.id)
    for awaits in FREE:
        draft = {**DRAFT, "case": opened.number, "texts": [LONG]}
        await Talk.update_or_create(
            channel="telegram", chat=str(chat),
            defaults={"awaits": awaits, "about": opened.number, "draft": draft,
                      "updated_at": clock()},
        )  # fmt: skip
        await phone.takes(phone.says(LONG[:4096], chat))
        await phone.takes(phone.press(phone.button("confirm", opened.number, chat), chat))
    assert not await Inbox.filter(state="dead").exists()
    for row in await Outbox.all().prefetch_related("account", "case"):
        message = await notices.word(row, clock())
        if message:
            assert len(plain(message.text).encode("utf-16-le")) // 2 <= LONGEST, row.notice


async def test_f54_a_tap_on_an_old_copy_does_what_the_new_one_does_and_only_once(both, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    data = phone.button("take", opened.number, 11)
    for message_id in (5, 9):
        press = phone.press(data, 11)
        press["callback_query"]["message"]["message_id"] = message_id
        await phone.takes(press)
    assert await Step.filter(case=opened, what="take").count() == 1
    assert len(phone.toasts) == 2 and phone.toasts[1] == "已经是您的了", "both are told"


async def test_f79_who_floods_us_waits_for_himself_alone(both, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    flood = [keyed(phone.says(f"你好 {n}", 66)) for n in range(200)]
    calm = keyed(phone.press(phone.button("take", opened.number, 11), 11))
    await inbox.store("telegram", [*flood, calm], clock())
    await phone.processor._round()
    assert await Step.filter(case=opened, what="take").exists(), "in the very first round"
    assert await Inbox.filter(state="done", chat="66").count() == 1
