"""The service: channel in, handlers, sender out, timetable, HTTP server, in one process or in several.

One `asyncio.run(main())` owns everything. SIGTERM stops taking work, finishes what is in flight and
ends with 0; a part that dies takes the process down, so that a supervisor starts it afresh. What only
one process may do (send, poll, keep the timetable) is led by one; the others stand by.
"""

import asyncio
import os
import secrets
import signal
import socket
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog
from aiohttp import web

from bot import inbox, photos
from bot.channels.telegram import Telegram, Updates
from bot.deliver import Sender, lone
from bot.handlers import BOOK
from core.desk import opening
from core.drawing import Draw
from core.health import look
from core.house import House
from core.problems import Problem
from core.safety.falling import Start
from core.safety.leading import POLLER, SCHEDULER, SENDER, Lead
from core.safety.starting import trouble
from core.store.database import passing
from jpf.parts import PARTS
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
    """The running parts of one process; *only* leaves out the others; *begun* is this start's slip."""

    house: House
    draw: Draw
    only: frozenset[str] = frozenset(PARTS)
    begun: Start | None = None
    parts: list[asyncio.Task[Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        house, owner = self.house, f"{socket.gethostname()}:{os.getpid()}"
        settings = house.settings.bot
        self.owner, self.why = owner, ""
        self.secret = settings.webhook_secret or secrets.token_urlsafe(32)
        self.channel = Telegram(
            settings.token or "0:none",
            house.vault,
            house.clock,
            root=settings.api_root.rstrip("/"),
            domestic=settings.domestic,
        )
        self.sender = Sender({self.channel.name: self.channel}, house.clock, self.draw)
        self.channel.pace = self.sender.pace
        self.channel.speaks = lambda: self.sender.leading
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

        On a broken database or trail, or when it fell over again and again, it only answers /healthz,
        and says why: no jobs, no sending.
        """
        fell = self.begun.trouble if self.begun else ""
        if words := fell or await trouble(self.house):
            self._only_answer(words)
        if "web" in self.only:
            self.runner = await self._serve()
        if self.begun and fell and self.house.settings.bot.token:
            self._part(self._tell(len(self.begun.fallen)))
        if "scheduler" in self.only:
            self._part(self._leading(SCHEDULER, self._keep_timetable))
        if self.only & {"bot", "sender"}:
            await self._start_channel()

    def _only_answer(self, words: str) -> None:
        """Safe mode: /healthz tells it; a process that has no /healthz ends with the sentence."""
        if "web" not in self.only:
            raise Problem(words)
        log.error("safe_mode", why=words)
        self.sender.broken, self.only, self.why = True, frozenset({"web"}), words

    async def _tell(self, times: int) -> None:
        """One notice to who keeps us running, whatever is broken; then only /healthz is left to do."""
        try:
            await self.channel.start()
            await lone.tell(self.sender, Lead(SENDER, self.owner), times, alone=self._alone)
        except Exception as error:
            log.error("safe_mode_untold", error=type(error).__name__)
        finally:
            await self.channel.stop()
        await asyncio.Event().wait()

    async def _start_channel(self) -> None:
        if not self.house.settings.bot.token:
            log.warning("no_token", hint="set [bot] token; messages wait in the outbox")
            return
        await self.channel.start()
        self._part(self._leading(SENDER, self._send))
        if "bot" in self.only:
            await self._hear()

    async def _hear(self) -> None:
        """What people say: fetched by one process or brought by the vendor, handled by any."""
        self._part(self.processor.run())
        if self.channel.domestic:
            self._part(_on_and_on(partial(photos.run, self.channel)))
        bot = self.house.settings.bot
        if bot.mode == "polling":
            self._part(self._leading(POLLER, self._poll))
        elif bot.webhook_url:
            hook = bot.webhook_url.rstrip("/") + WEBHOOK
            await self.channel.introduce(hook, self.secret)

    @property
    def _alone(self) -> bool:
        """On SQLite a lock keeps every other process away."""
        return self.house.settings.database_url.startswith("sqlite")

    async def _leading(self, office: int, work: Callable[[int], Coroutine[Any, Any, None]]) -> None:
        """Do *work* (given our epoch) while this process leads in *office*, else stand by."""
        lead = Lead(office, self.owner)
        while True:
            await (lead.take() if self._alone else lead.until_leading())
            log.info("leading", office=office, epoch=lead.epoch)
            await _through_restarts(partial(self._as_long_as, lead, work))

    async def _as_long_as(
        self, lead: Lead, work: Callable[[int], Coroutine[Any, Any, None]]
    ) -> None:
        working = asyncio.create_task(work(lead.epoch))
        beating = asyncio.create_task(lead.while_leading())
        try:
            await asyncio.wait({working, beating}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (working, beating):
                task.cancel()
            await asyncio.wait({working, beating}, timeout=STOP_WITHIN)
            await lead.resign()
        for task in (working, beating):
            if task.done() and not task.cancelled():
                task.result()

    async def _send(self, epoch: int) -> None:
        await self.sender.lead(epoch)
        await self.sender.run()

    async def _poll(self, _epoch: int) -> None:
        await self.channel.introduce()
        await self.channel.poll(self.take)

    async def _keep_timetable(self, _epoch: int) -> None:
        try:
            await self.timetable.take_over()
            await self.timetable.start()
            await self.sensing.run()
        finally:
            self.timetable.stop()

    def _why(self) -> str:
        refused = "平台不认机器人的令牌了，消息都留着没发。请换上新的令牌再开。"
        return self.why or (refused if self.sender.broken else "")

    async def _serve(self) -> Any:
        async def probe() -> Any:
            return await look(self.house.clock(), safe_mode=self.sender.broken, why=self._why())

        hook = web.post(WEBHOOK, self.channel.webhook(self.secret, self.take))
        told = devices.events(self.house.vault, self.house.clock, self.sensing.wake.set)
        where = self.house.settings.web
        pages = [] if self.sender.broken else desk.routes(lambda: self.house)
        return await serve(application(probe, [hook, told, *pages]), where.host, where.port)

    def _part(self, work: Coroutine[Any, Any, Any]) -> None:
        """Run it beside the others; when one ends, the service does not go on without it."""
        self.parts.append(asyncio.create_task(work))

    async def stop(self) -> None:
        """Take no more work, let what is in flight finish, close."""
        for part in self.parts:
            part.cancel()
        await asyncio.wait(self.parts, timeout=STOP_WITHIN) if self.parts else None
        if self.only & {"bot", "sender"} and self.house.settings.bot.token:
            await self.channel.stop()
        if "web" in self.only:
            await self.runner.cleanup()

    async def run_until_stopped(self) -> None:
        """Run until SIGTERM or SIGINT, or until a part dies (then its error is raised)."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await self.start()
        waiter = asyncio.create_task(stop.wait())
        done, _ = await asyncio.wait({waiter, *self.parts}, return_when=asyncio.FIRST_COMPLETED)
        await self.stop()
        waiter.cancel()
        for part in done - {waiter}:
            part.result()


async def _through_restarts(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do *work*; a database that is away for a moment only ends it, and not the service."""
    try:
        await work()
    except Exception as error:
        if not passing(error):
            raise
        log.warning("database_away", error=type(error).__name__)
        await asyncio.sleep(1)


async def _on_and_on(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    while True:
        await _through_restarts(work)
