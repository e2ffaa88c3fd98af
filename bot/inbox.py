"""What people sent us: stored first, confirmed to the vendor after, handled once, in order.

Nothing is lost between the vendor and a handler: an update is committed here before its offset is
moved or its webhook answered. Handling and "done" are one transaction. A message that breaks its
handler five times is put aside and the queue goes on.
"""

import asyncio
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Protocol

import structlog

from bot.answering import answer
from bot.deliver.moving import moved
from bot.deliver.proof import proven
from bot.dialogue import Book
from bot.measure import Measure
from bot.message import Incoming, Reply
from core.clock import Clock
from core.store.database import StoreSlow, atomically, dialect, passing, raw
from core.store.mail import Inbox

log = structlog.get_logger()
TRIES = 5
COMPANY = 8  # messages of different chats handled in one transaction
LOOK_AGAIN = 0.25  # seconds: another process may have stored something
SPINNERS = 8  # spinners stopped at the same time
HEADS = """SELECT MIN(id) AS id, channel, chat FROM inbox WHERE state = 'new'
GROUP BY channel, chat ORDER BY 1"""
TAKE = """UPDATE inbox SET state = 'done', handled_at = ? WHERE id IN (
  SELECT id FROM inbox WHERE id IN ({many}) AND state = 'new' {unlocked}) RETURNING id"""

Head = dict[str, Any]


class Ears(Protocol):
    """The inbound half of a channel."""

    name: str

    def read(self, payload: dict[str, object], key: str, at: datetime) -> Incoming | None: ...

    async def acknowledge(self, said: Incoming, reply: Reply) -> None: ...


async def store(
    channel: str, updates: list[tuple[str, str, dict[str, object]]], at: datetime
) -> int:
    """Commit raw updates (key, chat, payload); repeats are dropped. Returns how many were new."""

    async def work() -> int:
        known: set[Any] = set(
            await Inbox.filter(channel=channel, update_key__in=[u[0] for u in updates])
            .values_list("update_key", flat=True)
        )  # fmt: skip
        new = {key: (chat, payload) for key, chat, payload in updates if key not in known}
        await Inbox.bulk_create(
            [
                Inbox(channel=channel, update_key=key, chat=chat, payload=payload, received_at=at)
                for key, (chat, payload) in new.items()
            ],
            ignore_conflicts=True,
        )
        return len(new)

    return await atomically(work)


class Processor:
    """Takes stored updates and answers them; one chat's in order, no chat starves another."""

    def __init__(self, book: Book, ears: dict[str, Ears], clock: Clock) -> None:
        self.book, self.ears, self.clock = book, ears, clock
        self.wake, self.measure = asyncio.Event(), Measure()
        self.taken = 0
        self._spinners: set[asyncio.Task[None]] = set()
        self._few = asyncio.Semaphore(SPINNERS)
        self.after: Callable[[], None] = lambda: None

    async def run(self) -> None:
        """Until cancelled: handle what is there, sleep until something comes."""
        while True:
            self.wake.clear()
            try:
                if await self._round(self._in_measure):
                    continue
            except Exception as error:
                if not passing(error):
                    raise
                log.warning("database_away", error=type(error).__name__)
            await self._sleep()

    async def _sleep(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.wake.wait(), LOOK_AGAIN)

    async def drain(self) -> int:
        """Handle everything waiting now, beyond any measure, to the last spinner."""
        handled = 0
        while tried := await self._round():
            handled += tried
        if self._spinners:
            await asyncio.wait(self._spinners)
        return handled

    def _in_measure(self, head: Head) -> bool:
        return self.measure.lets(f"{head['channel']}:{head['chat']}", time.monotonic())

    async def _round(self, lets: Callable[[Head], bool] = lambda _head: True) -> int:
        """The oldest of every chat that *lets* it, once; how many there were.

        Several processes begin at different chats, or they would wait for one another.
        """
        heads = [head["id"] for head in await raw(HEADS) if lets(head)]
        if dialect() == "postgres":
            random.shuffle(heads)
        before = self.taken
        for company in _batched(heads, COMPANY):
            await self._handle_together(company)
        if heads and self.taken == before:  # others have them all: no hurry
            await asyncio.sleep(LOOK_AGAIN / 10)
        return len(heads)

    async def _handle_together(self, ids: Sequence[int]) -> None:
        """A few chats' messages share a commit; if one cannot be handled, each goes alone."""
        rows = await Inbox.filter(id__in=ids)
        try:
            told = await atomically(lambda: self._each(rows))
        except Exception as error:
            log.info("company_failed", rows=len(rows), error=type(error).__name__)
            for row in rows:
                await self._alone(row)
            return
        for said, reply in told:
            self._answered(said, reply)

    async def _each(self, rows: Sequence[Inbox]) -> list[tuple[Incoming | None, Reply | None]]:
        """Claim what nobody else has, and answer it."""
        took = await self._take([row.id for row in rows])
        return [await self._once(row) for row in rows if row.id in took]

    async def _take(self, ids: Sequence[int]) -> set[int]:
        unlocked = "FOR UPDATE SKIP LOCKED" if dialect() == "postgres" else ""
        sql = TAKE.format(many=", ".join("?" * len(ids)), unlocked=unlocked)
        took = {row["id"] for row in await raw(sql, [self.clock(), *ids])}
        self.taken += len(took)
        return took

    async def handle(self, row_id: int) -> Reply | None:
        """Handle one stored update: its effects, its answer and "done" are one transaction."""
        return await self._alone(await Inbox.get(id=row_id))

    async def _alone(self, row: Inbox) -> Reply | None:
        try:
            told = await atomically(lambda: self._each([row]))
        except Exception as error:  # a poisoned message must not stop the queue
            if passing(error) and not isinstance(error, StoreSlow):
                raise
            await self._failed(row, error)
            return None
        for said, reply in told:
            self._answered(said, reply)
        return told[0][1] if told else None

    def _answered(self, said: Incoming | None, reply: Reply | None) -> None:
        if said and reply:
            self.after()
            self._acknowledge(said, reply)

    def _acknowledge(self, said: Incoming, reply: Reply) -> None:
        """The spinner stops beside the work: nobody waits for the network behind somebody else."""
        task = asyncio.create_task(self._spin(said, reply))
        self._spinners.add(task)
        task.add_done_callback(self._spinners.discard)

    async def _spin(self, said: Incoming, reply: Reply) -> None:
        async with self._few:
            await self.ears[said.channel].acknowledge(said, reply)

    async def _once(self, row: Inbox) -> tuple[Incoming | None, Reply | None]:
        said = self.ears[row.channel].read(row.payload, row.update_key, row.received_at)
        if said is None:
            return None, None
        if said.moved_to:
            await moved(said.channel, said.chat, said.moved_to)
            return None, None
        await proven(said, self.clock())
        return said, await answer(self.book, said, row.id)

    async def _failed(self, row: Inbox, error: Exception) -> None:
        tries = row.tries + 1
        log.warning("inbox_failed", row=row.id, tries=tries, error=type(error).__name__)
        state = "dead" if tries >= TRIES else "new"
        await Inbox.filter(id=row.id).update(tries=tries, state=state)
        if state == "new":
            await asyncio.sleep(0.05 * 2**tries)


def _batched(heads: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (heads[start : start + size] for start in range(0, len(heads), size))


async def waiting() -> int:
    """How many updates wait to be handled."""
    return await Inbox.filter(state="new").count()
