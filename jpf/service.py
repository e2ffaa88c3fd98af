"""The service in one process: channel in, handlers, sender out, timetable, HTTP server.

One `asyncio.run(main())` owns everything. SIGTERM stops taking work, finishes what is in flight and
ends with 0; a part that dies takes the process down, so that a supervisor starts it afresh.
"""

import asyncio
import os
import secrets
import signal
import socket
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiohttp import web

from bot import inbox, photos
from bot.channels.telegram import Telegram, Updates
from bot.deliver import Sender
from bot.handlers import BOOK
from core.desk import opening
from core.drawing import Draw
from core.health import look
from core.house import House
from core.problems import Problem
from core.safety.starting import trouble
from scheduler.jobs import ENTRIES
from scheduler.sensing import Sensing
from scheduler.timetable import Timetable
from web import desk, devices
from web.server import application, serve

log = structlog.get_logger()
STOP_WITHIN = 10.0
WEBHOOK = "/telegram/webhook"


@dataclass
class Service:
    """The running parts of one process; *only* leaves out the others."""

    house: House
    draw: Draw
    only: str = ""
    parts: list[asyncio.Task[Any]] = field(default_factory=list)
    lasting: list[asyncio.Task[Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        house, owner = self.house, f"{socket.gethostname()}:{os.getpid()}"
        settings = house.settings.bot
        self.owner = owner
        self.secret = settings.webhook_secret or secrets.token_urlsafe(32)
        self.channel = Telegram(
            settings.token or "0:none",
            house.vault,
            house.clock,
            root=settings.api_root.rstrip("/"),
            domestic=settings.domestic,
        )
        self.sender = Sender({self.channel.name: self.channel}, house.clock, self.draw)
        self.processor = inbox.Processor(BOOK, {self.channel.name: self.channel}, house.clock)
        self.processor.after = self.sender.wake.set
        self.timetable = Timetable(ENTRIES, house, owner)
        self.timetable.done = self.sender.wake.set
        opening.opens_at(house.settings.desk_address)
        self.sensing = Sensing(house)
        self.sensing.after = self.sender.wake.set

    async def take(self, updates: Updates) -> None:
        """What came in is committed before anything else happens to it."""
        if updates and await inbox.store(self.channel.name, updates, self.house.clock()):
            self.processor.wake.set()

    async def start(self) -> None:
        """Start the parts asked for; returns when all of them run.

        On a broken database or trail it only answers /healthz, and says why: no jobs, no sending.
        """
        if words := await trouble(self.house):
            self._only_answer(words)
        if self.only in ("", "web"):
            self.runner = await self._serve()
        if self.only in ("", "scheduler"):
            await self.timetable.start()
            self._part(self.timetable.run_due(), lasts=False)
            self._part(self.sensing.run())
        if self.only in ("", "bot"):
            await self._start_bot()

    def _only_answer(self, words: str) -> None:
        """Safe mode: /healthz tells it; a process that has no /healthz ends with the sentence."""
        if self.only in ("bot", "scheduler"):
            raise Problem(words)
        log.error("safe_mode", why=words)
        self.sender.broken, self.only = True, "web"

    async def _start_bot(self) -> None:
        if not self.house.settings.bot.token:
            log.warning("no_token", hint="set [bot] token; messages wait in the outbox")
            return
        await self.channel.start()
        await self.sender.start(self.owner)
        self._part(self.processor.run())
        self._part(self.sender.run())
        if self.channel.domestic:
            self._part(photos.run(self.channel))
        bot = self.house.settings.bot
        if bot.mode == "polling":
            await self.channel.introduce()
            self._part(self.channel.poll(self.take))
        elif bot.webhook_url:
            hook = bot.webhook_url.rstrip("/") + WEBHOOK
            await self.channel.introduce(hook, self.secret)

    async def _serve(self) -> Any:
        async def probe() -> Any:
            return await look(self.house.clock(), safe_mode=self.sender.broken)

        hook = web.post(WEBHOOK, self.channel.webhook(self.secret, self.take))
        told = devices.events(self.house.vault, self.house.clock, self.sensing.wake.set)
        where = self.house.settings.web
        pages = [] if self.sender.broken else desk.routes(lambda: self.house)
        return await serve(application(probe, [hook, told, *pages]), where.host, where.port)

    def _part(self, work: Coroutine[Any, Any, Any], *, lasts: bool = True) -> None:
        """Run it beside the others; when one that *lasts* ends, the service does not go on alone."""
        task = asyncio.create_task(work)
        self.parts.append(task)
        if lasts:
            self.lasting.append(task)

    async def stop(self) -> None:
        """Take no more work, let what is in flight finish, close."""
        self.timetable.stop()
        for part in self.parts:
            part.cancel()
        await asyncio.wait(self.parts, timeout=STOP_WITHIN) if self.parts else None
        if self.only in ("", "bot") and self.house.settings.bot.token:
            await self.channel.stop()
        if self.only in ("", "web"):
            await self.runner.cleanup()

    async def run_until_stopped(self) -> None:
        """Run until SIGTERM or SIGINT, or until a part dies (then its error is raised)."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await self.start()
        waiter = asyncio.create_task(stop.wait())
        done, _ = await asyncio.wait({waiter, *self.lasting}, return_when=asyncio.FIRST_COMPLETED)
        await self.stop()
        waiter.cancel()
        for part in done - {waiter}:
            part.result()
