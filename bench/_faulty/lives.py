"""The service born and killed again and again, its clock jumping ahead while it is dead."""

import asyncio
import os
import shutil
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bench._faulty.ground import START, Staff
from core.clock import local
from core.safety.falling import FOLDER
from demo.botapi.server import TOKEN

ROOT = Path(__file__).parents[2]
LOG = "service.log"


@dataclass
class Lives:
    """One installation whose processes live and die; *base* is the story's time when it began."""

    home: Path
    root: str
    port: int
    staff: Staff
    base: datetime = START
    since: float = field(default_factory=time.monotonic)
    starts: list[float] = field(default_factory=list)
    born: list[asyncio.subprocess.Process] = field(default_factory=list)

    def now(self) -> datetime:
        return self.base + timedelta(seconds=time.monotonic() - self.since)

    def jump(self, seconds: float) -> None:
        """The time during which nobody was alive."""
        self.base += timedelta(seconds=seconds)

    async def service(self, *only: str, port: int = 0) -> asyncio.subprocess.Process:
        """One more life. Who kills on purpose clears what tells of it, or it would be a crash loop."""
        shutil.rmtree(self.home / FOLDER, ignore_errors=True)
        command = ("-m", "jpf", "run", "--home", str(self.home), *only)
        return await self._spawn(*command, port=port)

    async def opener(self, since: int, until: int, rate: float) -> asyncio.subprocess.Process:
        return await self._spawn(
            "-m", "bench._faulty.opener", "--home", str(self.home), "--since", str(since),
            "--until", str(until), "--rate", str(rate), "--workers", str(self.staff.workers),
            "--units", str(self.staff.units),
        )  # fmt: skip

    async def _spawn(self, *command: str, port: int = 0) -> asyncio.subprocess.Process:
        env = os.environ | {
            "JPF_BOT__TOKEN": TOKEN,
            "JPF_BOT__API_ROOT": self.root,
            "JPF_BOT__DOMESTIC": "true",
            "JPF_WEB__PORT": str(port or self.port),
            "JPF_CLOCK": local(self.now()).isoformat(),
        }
        with (self.home / LOG).open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *command, cwd=ROOT, env=env, stdout=log, stderr=log
            )
        self.born.append(process)
        return process

    async def bury(self) -> None:
        """Nobody stays behind, however the bench ends."""
        for process in self.born:
            await kill(process)

    async def up(
        self, process: asyncio.subprocess.Process, patience: float = 120.0, *, port: int = 0
    ) -> float:
        """Wait until it answers; the seconds it took. Raises RuntimeError when it ended instead."""
        began = time.monotonic()
        async with aiohttp.ClientSession() as session:
            while time.monotonic() - began < patience and process.returncode is None:
                try:
                    async with session.get(f"http://127.0.0.1:{port or self.port}/healthz"):
                        self.starts.append(time.monotonic() - began)
                        return self.starts[-1]
                except aiohttp.ClientError:
                    await asyncio.sleep(0.1)
        raise RuntimeError(f"the service did not come up: {self.last_words()}")

    async def health(self) -> dict[str, Any]:
        """What /healthz tells; raises RuntimeError with its last words when it is gone."""
        address = f"http://127.0.0.1:{self.port}/healthz"
        try:
            async with aiohttp.ClientSession() as session, session.get(address) as answer:
                return dict(await answer.json())
        except aiohttp.ClientError as error:
            raise RuntimeError(f"the service is gone: {self.last_words()}") from error

    def last_words(self) -> str:
        """The end of what the processes wrote."""
        return (self.home / LOG).read_text("utf-8", "replace")[-2000:]


async def kill(process: asyncio.subprocess.Process) -> None:
    """SIGKILL: no last words."""
    if process.returncode is None:
        process.kill()
    await process.wait()


async def end(process: asyncio.subprocess.Process) -> int:
    """SIGTERM, and how it ended."""
    process.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(process.wait(), 30)


def free_port() -> int:
    """A port of this machine that nobody uses at this moment."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])
