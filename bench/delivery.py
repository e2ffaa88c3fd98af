"""How fast messages go out and come in: at the limit, without limits, on either database.

*messages* are sent without limits to a channel that only counts, two durable commits each; *seconds* long
the sender works at the limit against a server that refuses what is too fast; *updates* come in from
a hundred people and are answered, on PostgreSQL also by one and by two processes; *minutes* of steady
traffic show whether memory grows.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench._faulty.ground import Staff, opened
from bench._faulty.lives import ROOT, free_port
from bench._postgres import databases
from bench._several import by_processes
from bot import inbox
from bot.channels import Drawn
from bot.channels.telegram import Telegram
from bot.deliver import Sender
from bot.handlers import BOOK
from bot.message import Message
from bot.pace import Pace
from core import outbox
from core.clock import real_clock
from core.drawing import nothing
from core.privacy.vault import Vault
from core.store.mail import Outbox
from demo.botapi import BotApi, application, serving

CHATS = 200
STAFF = Staff(workers=100, units=4)


class Counting:
    """A channel that only counts."""

    name, domestic = "telegram", True
    count = 0

    async def send(self, chat: str, message: Message, drawn: Drawn | None) -> str:
        self.count += 1
        return str(self.count)

    async def edit(self, chat: str, message_id: str, message: Message) -> None:
        """Nothing is edited here."""


def run(
    messages: int = 1500, seconds: int = 10, updates: int = 500, minutes: float = 0,
    database: str = "both",
) -> dict[str, Any]:  # fmt: skip
    told = {}
    with databases(database) as urls:
        for name, url in urls.items():
            with tempfile.TemporaryDirectory() as folder:
                home = _set_up(Path(folder), url)
                told[name] = asyncio.run(_measured(home, messages, seconds, updates, minutes))
                if url:
                    told[name] |= asyncio.run(by_processes(home, STAFF, _said, updates, free_port))
    return told


def _set_up(home: Path, url: str) -> Path:
    config = "made_up = true\n" + (f'[database]\nurl = "{url}"\n' if url else "")
    (home / "jingpingfu.toml").write_text(config, "utf-8")
    command = [sys.executable, "-m", "jpf", "init", "--home", str(home)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return home


async def _measured(
    home: Path, messages: int, seconds: int, updates: int, minutes: float
) -> dict[str, Any]:
    async with opened(home) as ground:
        await STAFF.enrol(ground)
        told: dict[str, Any] = {"sent_a_second_without_limits": await _unlimited(messages)}
        told |= await _limited(seconds, ground.vault)
        told["updates_a_second"] = await _incoming(updates, ground.vault)
        if minutes:
            told |= await _soak(minutes, ground.vault)
    return told


async def _write(count: int, chats: int, mark: str) -> None:
    now = real_clock()
    for n in range(count):
        body = Message(f"第 {n} 条").to_json()
        await outbox.answer(
            None, body, dedup=f"{mark}{n}", at=now, channel="telegram", chat=str(1001 + n % chats)
        )


async def _unlimited(count: int) -> float:
    await _write(count, CHATS, "u")
    channel = Counting()
    sender = Sender(
        {"telegram": channel},
        real_clock,
        nothing,
        Pace(overall=10**6, per_chat=0.0, per_group=10**6),
    )
    await sender.start("bench")
    began = time.perf_counter()
    working = asyncio.create_task(sender.run())
    while await Outbox.exclude(state="sent").exists():  # noqa: ASYNC110  the waiting is measured
        await asyncio.sleep(0.05)
    took = time.perf_counter() - began
    working.cancel()
    await asyncio.wait({working})
    return round(count / took, 1)


async def _limited(seconds: int, vault: Vault) -> dict[str, Any]:
    """At the limit, over HTTP, against a server that counts what is too fast."""
    count = 25 * seconds
    await _write(count, 100, "l")
    api = BotApi(STAFF.phones())
    async with serving(application(api)) as root:
        channel = Telegram(api.token, vault, real_clock, root=root, domestic=True)
        await channel.start()
        sender = Sender({"telegram": channel}, real_clock, nothing)
        await sender.start("bench")
        sender.pace = Pace()
        began = time.perf_counter()
        working = asyncio.create_task(sender.run())
        while await Outbox.filter(state="pending").exists():  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        took = time.perf_counter() - began
        working.cancel()
        await asyncio.wait({working})
        await channel.stop()
        refused = len(api.truth.where("answer", status=429))
    return {"sent_a_second_at_the_limit": round(count / took, 1), "refused_by_the_server": refused}


async def _incoming(count: int, vault: Vault) -> float:
    channel = Telegram("1:made-up", vault, real_clock, domestic=True)

    async def silent(*_: Any) -> None:
        """No spinner to stop: nobody pressed anything."""

    channel.acknowledge = silent  # type: ignore[assignment,method-assign]
    processor = inbox.Processor(BOOK, {"telegram": channel}, real_clock)
    began = time.perf_counter()
    for start in range(0, count, 100):
        batch = [_said(n) for n in range(start, min(count, start + 100))]
        await inbox.store("telegram", batch, real_clock())
        await processor.drain()
    return round(count / (time.perf_counter() - began), 1)


def _said(n: int) -> tuple[str, str, dict[str, Any]]:
    chat = 1001 + n % 100
    message = {
        "message_id": n + 1, "date": 1, "text": "待办", "chat": {"id": chat, "type": "private"},
        "from": {"id": chat, "is_bot": False, "first_name": "某"},
    }  # fmt: skip
    return f"m{n}.{time.monotonic_ns()}", str(chat), {"update_id": n, "message": message}


async def _soak(minutes: float, vault: Vault) -> dict[str, Any]:
    """Fifty updates a second and their answers; memory after the first tenth and at the end."""
    end, first = time.monotonic() + minutes * 60, 0.0
    while time.monotonic() < end:
        turn = time.monotonic()
        await _incoming(50, vault)
        await asyncio.sleep(max(0.0, 1 - (time.monotonic() - turn)))
        if not first and time.monotonic() > end - minutes * 54:
            first = _megabytes()
    last = _megabytes()
    return {"soak_minutes": minutes, "memory_mb": [first, last],
            "grown_percent": round(100 * (last - first) / first, 1)}  # fmt: skip


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return round(pages * 4096 / 2**20, 1)
