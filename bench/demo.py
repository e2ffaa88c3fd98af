"""How the first minute feels: help, the demo ready, an answer on the phone, the story once.

Times are of this run on this machine; the ratio compares an answer of the bot with a bare call of
the same local server, so that a slow machine shows in both.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from demo.botapi import application, serving
from demo.clock import StoryClock
from demo.people import enrol_everybody
from demo.play import fresh_api, told_once
from demo.stage import START, Stage, stage

ROUNDS = 60


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        answers = asyncio.run(_answers(Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        told = asyncio.run(told_once(Path(folder)))
        once = time.perf_counter() - started
    return {
        "help_seconds": round(_help(), 3),
        "demo_ready_seconds": round(_ready(), 2),
        "answer": answers,
        "story_once_seconds": round(once, 1),
        "story_ok": told["ok"],
    }


def _help() -> float:
    """The median of five `jpf --help` in processes of their own."""
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "jpf", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return median(times)


def _ready() -> float:
    """From starting `jpf demo` to the line with the page's address."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "jpf", "demo", "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        process.stdout.readline()
        return time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(10)


async def _answers(home: Path) -> dict[str, Any]:
    """A worker asks for her list; from sending to the answer on the phone."""
    clock = StoryClock(START)
    api = fresh_api(clock, "zh")
    async with serving(application(api)) as root, stage(home, root, api, clock) as on:
        codes = await enrol_everybody(clock())
        api.human(11).say(f"/start {codes['peng']}")
        await on.heard()
        taken = [await _one(on) for _ in range(ROUNDS)]
        bare = [await _bare(on) for _ in range(ROUNDS)]
    return {
        "p50_ms": round(median(taken) * 1000, 1),
        "p95_ms": round(quantiles(taken, n=20)[-1] * 1000, 1),
        "bare_call_p50_ms": round(median(bare) * 1000, 2),
        "ratio_to_bare_call": round(median(taken) / median(bare), 1),
    }


async def _one(on: Stage) -> float:
    room = on.api.rooms[11]
    before, started = room.last_id, time.perf_counter()
    on.api.human(11).say("待办")
    while room.last_id < before + 2:  # noqa: ASYNC110  it is the waiting that is measured
        await asyncio.sleep(0.0005)
    return time.perf_counter() - started


async def _bare(on: Stage) -> float:
    started = time.perf_counter()
    await on.channel.bot.get_me()
    return time.perf_counter() - started
