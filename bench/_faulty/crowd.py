"""Several processes on one database, of which one dies at a time and comes back.

The first holds all parts, the others all but the pages. What only one may do must be taken over by
another soon after its death; a rolling restart ends each in peace, one after the other.
"""

import asyncio
import random
import time
from asyncio.subprocess import Process
from dataclasses import dataclass, field

from bench._faulty.lives import Lives, end, kill
from core.store.mail import Leader

WITHOUT_PAGES = ("--only", "bot,sender,scheduler")
PATIENCE = 60.0


@dataclass
class Crowd:
    """The living; *takeovers*: seconds from the death of a leader until another led in its office."""

    lives: Lives
    alive: list[Process] = field(default_factory=list)
    takeovers: list[float] = field(default_factory=list)

    async def gather(self, count: int) -> None:
        """Start so many; returns when the first answers."""
        for place in range(count):
            self.alive.append(await self._born(place))
        await self.lives.up(self.alive[0])

    async def lose_one(self, dice: random.Random) -> None:
        """SIGKILL for one of them; it comes back when its offices are led again."""
        place = dice.randrange(len(self.alive))
        dead = self.alive[place]
        led = await self._offices_of(dead)
        await kill(dead)
        began = time.monotonic()
        for office in led:
            await self._until_another_leads(office, dead)
            self.takeovers.append(round(time.monotonic() - began, 1))
        await self._back(place)

    async def roll(self) -> list[int]:
        """End and restart each in its turn; how each ended."""
        ends = []
        for place, process in enumerate(self.alive):
            ends.append(await end(process))
            await self._back(place)
        return ends

    async def leave(self) -> list[int]:
        """All end in peace; how each ended."""
        ends = [await end(process) for process in self.alive]
        self.alive.clear()
        return ends

    async def _back(self, place: int) -> None:
        self.alive[place] = await self._born(place)
        if place == 0:
            await self.lives.up(self.alive[0])

    async def _born(self, place: int) -> Process:
        return await self.lives.service(*(WITHOUT_PAGES if place else ()))

    async def _offices_of(self, process: Process) -> list[int]:
        held = Leader.filter(holder__endswith=f":{process.pid}")
        return [leader.id for leader in await held]

    async def _until_another_leads(self, office: int, dead: Process) -> None:
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            leader = await Leader.get(id=office)
            if leader.holder and not leader.holder.endswith(f":{dead.pid}"):
                return
            await asyncio.sleep(0.1)
