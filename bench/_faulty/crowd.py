"""Several processes on one database, of which one dies at a time and comes back.

Each holds all parts, and its pages at an address of its own. What only one may do must be taken over
by another soon after its death; a rolling restart ends each in peace, one after the other.
"""

import asyncio
import random
import time
from asyncio.subprocess import Process
from dataclasses import dataclass, field

from bench._faulty.lives import Lives, end, free_port, kill
from core.store.mail import Leader

PATIENCE = 60.0


@dataclass
class Crowd:
    """The living; *takeovers*: seconds from the death of a leader until another led in its office."""

    lives: Lives
    alive: list[Process] = field(default_factory=list)
    takeovers: list[float] = field(default_factory=list)
    ports: list[int] = field(default_factory=list)

    async def gather(self, count: int) -> None:
        """Start so many; returns when all of them answer."""
        self.ports = [free_port() for _ in range(count)]
        for place in range(count):
            self.alive.append(await self._born(place))

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

    async def _born(self, place: int) -> Process:
        port = self.ports[place]
        process = await self.lives.service(port=port)
        await self.lives.up(process, port=port)
        return process

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
