"""Who is next, how many go at once, and when to look again.

Rows of one family in one chat keep their order; one message a chat is under way at a time. A restored
database is held (core.safety.held): nothing is eligible and nothing can be claimed until it is released.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.deliver import rows
from bot.deliver.carrier import Carrier, patiently
from bot.deliver.failed import Failures
from bot.deliver.office import Office
from bot.deliver.rows import Head
from core.safety.leading import SENDER, Lead
from core.store.database import atomically, raw
from core.store.mail import Outbox

LOOK_AGAIN, LOOK_ANYHOW = 0.1, 1.0  # seconds between two looks at the outbox: idle, and busy
STOP_WITHIN = 10.0


@dataclass
class Sender(Office):
    """One sender over the channels of this process."""

    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _heads: list[Head] = field(default_factory=list)
    _looked: float = 0.0
    _cost: float = 0.0
    _flying: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.failures = Failures(self)
        self.carrier = Carrier(self, self.failures)

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
        self.leading = True

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
                await patiently(self._step)
        finally:
            self.leading = False
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
        if chosen:
            await self._start(chosen)
        return len(chosen)

    async def _start(self, chosen: Sequence[Head]) -> None:
        for head in chosen:  # at once: others who speak in a chat look at the pace too
            self.pace.sent(head.chat, time.monotonic())
        loaded = await rows.load(chosen)
        for head in chosen:
            if row := loaded.get(head.id):
                self._flying[head.chat] = asyncio.create_task(self._send(head, row))
            else:
                self.pace.never(head.chat)

    def _hands(self) -> int:
        """How many more messages may be under way at this moment."""
        free = self.failures.at_once - len(self._flying)
        return max(0, min(free, self.pace.room(time.monotonic())))

    def _looks_due(self, seconds: float) -> bool:
        """Looking costs time of the database: the slower it is, the rarer we look."""
        return time.monotonic() - self._looked > max(seconds, 10 * self._cost)

    async def _look(self) -> None:
        began = time.monotonic()
        if self.shaken:
            await rows.unsure(self.epoch, but=self._flying)
            self.shaken = False
        self._heads = await rows.heads(list(self.channels), self.clock())
        self._looked = time.monotonic()
        self._cost = self._looked - began

    def _pick(self) -> list[Head]:
        """The heads that may go now, as many as hands are free; they leave the list."""
        chosen: list[Head] = []
        left: list[Head] = []
        now, hands = time.monotonic(), self._hands()
        for head in self._heads:
            free = head.chat not in self._flying and self.pace.chat_wait(head.chat, now) <= 0
            (chosen if free and len(chosen) < hands else left).append(head)
        self._heads = left
        return chosen

    async def _send(self, head: Head, row: Outbox) -> None:
        went = False
        try:
            went = await self.carrier.carry(head, row)
        finally:
            now = time.monotonic()
            self.pace.ended(head.chat, now) if went else self.pace.never(head.chat)
            del self._flying[head.chat]
