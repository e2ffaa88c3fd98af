"""Empty the outbox: claim, send, mark. Never lose, never repeat unmarked.

A row is claimed in one conditional statement committed before the network is touched. Whatever is
not clearly "not sent" or "refused" is *maybe sent*: it goes again, saying so. Rows of one family in
one chat keep their order; one message a chat is under way at a time. A restored database is held
(core.safety.held): nothing is eligible and nothing can be claimed until it is released.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from bot import deliver_rows as rows
from bot import notices
from bot.channels import BadContent, Channel, Drawn
from bot.deliver_failed import Failures
from bot.deliver_rows import Head
from bot.message import Message
from bot.pace import Pace
from bot.pointing import pointer
from core.clock import Clock
from core.drawing import Draw
from core.safety.leading import SENDER, Lead
from core.store.database import atomically, passing, raw
from core.store.mail import Outbox

log = structlog.get_logger()

ANSWERED_WITHIN = 30.0  # seconds for one call, however slowly the answer drips
LOOK_AGAIN, LOOK_ANYHOW = 0.1, 1.0  # seconds between two looks at the outbox: idle, and busy
STOP_WITHIN = 10.0
FOUND_AGAIN = (0.2, 0.5, 1, 2, 5, 10, 10, 10, 10, 10)  # seconds a database may be away


@dataclass
class Sender:
    """One sender over the channels of this process."""

    channels: dict[str, Channel]
    clock: Clock
    draw: Draw
    pace: Pace = field(default_factory=Pace)
    epoch: int = 0
    broken: bool = False  # the token was refused: stop sending, keep everything
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _heads: list[Head] = field(default_factory=list)
    _looked: float = 0.0
    _cost: float = 0.0
    _flying: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.failures = Failures(self)

    async def start(self, holder: str) -> None:
        """Become the sender at once: for a process that is sure to be alone, or for a test."""
        await self.lead(await Lead(SENDER, holder).take())

    async def lead(self, epoch: int) -> None:
        """A new epoch fences the old sender; what he had under way is unsure from now on."""
        self.epoch = epoch
        await atomically(
            lambda: raw(
                "UPDATE outbox SET state = 'ambiguous', maybe = maybe + 1 "
                "WHERE state = 'sending' RETURNING id"
            )
        )
        await self._seed_pace()

    async def _seed_pace(self) -> None:
        """What was sent in the last minute still counts against the limits."""
        now, moment = self.clock(), time.monotonic()
        for row in await Outbox.filter(started_at__gt=now - timedelta(seconds=61)).order_by("id"):
            if row.started_at:
                self.pace.sent(row.chat, moment - (now - row.started_at).total_seconds())

    async def run(self) -> None:
        """Until cancelled: send what is due, sleep until something is written.

        What is under way when it ends is waited for, or each of it would go again as a repeat.
        """
        try:
            while True:
                await self._patiently(self._step)
        finally:
            if self._flying:
                await asyncio.wait(self._flying.values(), timeout=STOP_WITHIN)

    async def _step(self) -> None:
        if self.wake.is_set():
            self.wake.clear()
            self._looked = 0.0
        if await self._launch():
            return
        if self._flying:
            await asyncio.wait(
                self._flying.values(), timeout=LOOK_AGAIN, return_when=asyncio.FIRST_COMPLETED
            )
        elif self._heads:
            await asyncio.sleep(min(0.05, self.pace.overall_wait(time.monotonic()) or 0.05))
        else:
            await self._sleep()

    async def _sleep(self) -> None:
        try:
            await asyncio.wait_for(self.wake.wait(), 0.5)
        except TimeoutError:
            self._looked = 0.0

    async def drain(self) -> int:
        """Send until nothing that is due can be sent any more."""
        total = 0
        while sent := await self.round():
            total += sent
        return total

    async def waiting(self) -> int:
        """How many chats have something due, or under way, that this process can reach."""
        due = await rows.heads(list(self.channels), self.clock())
        return len({head.chat for head in due} | set(self._flying))

    async def round(self) -> int:
        """Send a handful at once, each to another chat; how many were tried."""
        self._looked = 0.0
        started = await self._launch()
        if started:
            await asyncio.gather(*self._flying.values())
        return started

    async def _launch(self) -> int:
        """Start what may go this moment; how many were started."""
        if self.broken or not self._hands():
            return 0
        if not self._heads or self._looks_due(LOOK_ANYHOW):
            await self._look()
        chosen = self._pick()
        if not chosen and self._looks_due(LOOK_AGAIN):
            await self._look()
            chosen = self._pick()
        for head in chosen:
            self.pace.sent(head.chat, time.monotonic())
            self._flying[head.chat] = asyncio.create_task(self._send(head))
        return len(chosen)

    def _hands(self) -> int:
        """How many more messages may be under way at this moment."""
        free = self.failures.at_once - len(self._flying)
        return max(0, min(free, self.pace.room(time.monotonic())))

    def _looks_due(self, seconds: float) -> bool:
        """Looking costs time of the database: the slower it is, the rarer we look."""
        return time.monotonic() - self._looked > max(seconds, 10 * self._cost)

    async def _look(self) -> None:
        began = time.monotonic()
        self._heads = await rows.heads(list(self.channels), self.clock())
        self._looked = time.monotonic()
        self._cost = self._looked - began

    def _pick(self) -> list[Head]:
        """The heads that may go now, as many as hands are free; they leave the list."""
        chosen: list[Head] = []
        now, hands = time.monotonic(), self._hands()
        for head in self._heads:
            if len(chosen) >= hands:
                break
            if head.chat not in self._flying and self.pace.chat_wait(head.chat, now) <= 0:
                chosen.append(head)
        self._heads = [head for head in self._heads if head not in chosen]
        return chosen

    async def _send(self, head: Head) -> None:
        went = False
        try:
            row = await Outbox.get(id=head.id).prefetch_related("case", "account")
            went = await self._sent(head, row)
        except Exception as error:
            await self._broke(head, error)
        finally:
            now = time.monotonic()
            self.pace.ended(head.chat, now) if went else self.pace.never(head.chat)
            del self._flying[head.chat]

    async def _broke(self, head: Head, error: Exception) -> None:
        """One message that breaks us must not stop the others; people hear of it by the doctor."""
        log.error("send_broke", outbox=head.id, error=type(error).__name__)
        if not passing(error):
            await self._patiently(lambda: rows.broken(head.id, error, self.clock()))

    async def _sent(self, head: Head, row: Outbox) -> bool:
        """Word it, claim it, deliver it; False when nothing went over the wire."""
        message = await self._worded(row)
        if message is None:
            return False
        shown = await rows.shown(row, head.chat)
        if row.maybe and not shown:
            message = notices.repeated(message, row)
        channel = self.channels[head.channel]
        if not channel.domestic:
            message = pointer(message, row)
        drawn = await self._drawn(message)
        if not await rows.claim(
            row, head.attempts, self.epoch, self.clock(), head.channel, head.chat
        ):
            return False
        await self._deliver(row, channel, message, drawn, shown)
        return True

    async def _claim(self, row: Outbox, seen: int, channel: str, chat: str) -> bool:
        return await rows.claim(row, seen, self.epoch, self.clock(), channel, chat)

    async def _worded(self, row: Outbox) -> Message | None:
        """The message as it should read now; rows that say nothing any more are dropped."""
        later = await rows.newer(row, self.clock())
        if later is not None:
            await rows.drop(row, instead=later)
            return None
        message = await notices.word(row, self.clock())
        if message is None:
            over = row.expires_at is not None and row.expires_at <= self.clock()
            await rows.drop(row, "expired" if over else "cancelled")
        return message

    async def _drawn(self, message: Message) -> Drawn | None:
        if not message.picture:
            return None
        found = await self.draw(message.picture, self.clock())
        return Drawn(found.name, found.data, found.is_picture) if found else None

    async def _deliver(
        self, row: Outbox, channel: Channel, message: Message, drawn: Drawn | None, shown: str
    ) -> None:
        try:
            async with asyncio.timeout(ANSWERED_WITHIN):
                message_id = await _put(channel, row.chat, message, drawn, shown)
        except Exception as error:
            failed = error
            await self._patiently(lambda: self.failures.told(row, failed, edits=bool(shown)))
        else:
            self.failures.over()
            await self._patiently(lambda: rows.sent(row, message_id, self.clock()))

    async def _patiently(self, work: Callable[[], Awaitable[None]]) -> None:
        """A database that restarts is waited for: what was just sent must not be forgotten."""
        for wait in FOUND_AGAIN:
            try:
                return await work()
            except Exception as error:
                if not passing(error):
                    raise
                log.warning("database_away", error=type(error).__name__)
                await asyncio.sleep(wait)
        return await work()


async def _put(
    channel: Channel, chat: str, message: Message, drawn: Drawn | None, shown: str
) -> str:
    """Edit the live message where there is one, else send; the message's id."""
    if shown and not message.picture:
        try:
            await channel.edit(chat, shown, message)
            return shown
        except BadContent:
            log.info("edit_refused", chat_has=bool(shown))
    return await channel.send(chat, message, drawn)
