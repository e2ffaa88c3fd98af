"""Who does what only one process may do: send, or ask the vendor for updates.

A leader beats; whoever stands by takes over when nothing beat for a while *by his own watch*, so that
clocks that differ or jump decide nothing. Every take-over is a new epoch, and what the former leader
still tries is refused by the database.
"""

import asyncio
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from core.store.database import atomically, passing, raw
from core.store.mail import Leader

SENDER, POLLER, SCHEDULER = 1, 2, 3
BEAT, STALE = 1.0, 12.0  # seconds; a busy loop may miss some beats
BEATS = "UPDATE leader SET beat = ? WHERE id = ? AND epoch = ? RETURNING id"
TAKES = """UPDATE leader SET epoch = epoch + 1, holder = ?, beat = ?
WHERE id = ? AND epoch = ? AND holder = ? RETURNING epoch"""


@dataclass
class Lead:
    """One process's part in one office. *took*, once it leads, is its epoch."""

    office: int
    holder: str
    watch: Callable[[], float] = time.monotonic
    epoch: int = 0
    _seen: Any = None
    _since: float = field(default=0.0)

    async def take(self) -> int:
        """Lead at once, whoever led before: for a process that is sure to be alone."""

        async def work() -> int:
            leader, _ = await Leader.get_or_create(id=self.office)
            leader.epoch, leader.holder, leader.beat = leader.epoch + 1, self.holder, _now()
            await leader.save()
            return leader.epoch

        self.epoch = await atomically(work)
        return self.epoch

    async def seek(self) -> bool:
        """One step: beat when leading, else look whether the leader still does. True: we lead."""
        if self.epoch:
            beat = [_now(), self.office, self.epoch]
            if await atomically(lambda: raw(BEATS, beat)):
                return True
            self.epoch, self._seen = 0, None
        leader, _ = await Leader.get_or_create(id=self.office)
        alive = (leader.epoch, leader.beat)
        if alive != self._seen:
            self._seen, self._since = alive, self.watch()
        silent = self.watch() - self._since > STALE
        free = leader.holder == "" or silent or _died_here(leader.holder)
        return await self._takes(leader) if free else False

    async def _takes(self, leader: Leader) -> bool:
        values = [self.holder, _now(), self.office, leader.epoch, leader.holder]
        won = await atomically(lambda: raw(TAKES, values))
        self.epoch = won[0]["epoch"] if won else 0
        return bool(won)

    async def resign(self) -> None:
        """Leave the office empty, so that the next one need not wait."""
        if self.epoch:
            await Leader.filter(id=self.office, epoch=self.epoch).update(holder="")
            self.epoch = 0

    async def until_leading(self) -> None:
        await self._until(leads=True)

    async def while_leading(self) -> None:
        """Beat until somebody else leads; a database that is away for a moment is waited for."""
        await self._until(leads=False)

    async def _until(self, *, leads: bool) -> None:
        while True:
            try:
                if await self.seek() is leads:
                    return
            except Exception as error:
                if not passing(error):
                    raise
            await asyncio.sleep(BEAT)


def _died_here(holder: str) -> bool:
    """Whether the holder was a process of this very machine that is no more."""
    host, _, number = holder.rpartition(":")
    if host != socket.gethostname() or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _now() -> datetime:
    return datetime.now(UTC)
