"""The real service killed again and again while alerts, taps and answers are under way.

A Bot API on this machine drops, hangs, breaks and repeats; `jpf run` and the process that opens the
cases die by SIGKILL at random moments; in between, minutes or a whole night pass. In the end the phones
are compared with the database. *kills*, *alerts*, *database* (sqlite, postgres, both), *seed*;
*processes* on PostgreSQL, of which one dies at a time and which in the end restart one by one.
"""

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from bench._faulty.crowd import Crowd
from bench._faulty.ground import START, Staff, opened
from bench._faulty.judge import Judge
from bench._faulty.lives import ROOT, Lives, end, free_port, kill
from bench._faulty.phones import Phones
from bench._postgres import databases
from core.clock import parse_moment
from core.safety.leading import STALE
from demo.botapi import BotApi, Fault, Faults, application, serving
from scheduler.jobs import ENTRIES
from scheduler.timetable import begin

ZEROS = (
    "alerts_lost", "unmarked_duplicates", "stuck", "order_broken", "updates_lost",
    "updates_unhandled", "updates_dead", "visits_lost", "visits_doubled", "reports_in_lost",
    "steps_doubled", "slots_missed", "slots_doubled", "limits_exceeded",
)  # fmt: skip
NIGHT = 24 * 3600
QUIET, STILL = 120.0, 4.0  # seconds in which fewer must wait than ever before; and empty stays so


def run(
    kills: int = 12, alerts: int = 200, database: str = "both", seed: int = 1, life: float = 5.0,
    processes: int = 1,
) -> dict[str, Any]:  # fmt: skip
    """The counts of each database; *zeros* holds what must be nothing and is not."""
    told = {}
    with databases(database) as urls:
        for name, url in urls.items():
            with tempfile.TemporaryDirectory() as folder:
                home = set_up(Path(folder), url)
                many = processes if url else 1
                told[name] = asyncio.run(endured(home, kills, alerts, seed, life, processes=many))
    return told


def set_up(home: Path, url: str) -> Path:
    """An empty installation on made-up data."""
    config = "made_up = true\n" + (f'[database]\nurl = "{url}"\n' if url else "")
    (home / "jingpingfu.toml").write_text(config, "utf-8")
    command = [sys.executable, "-m", "jpf", "init", "--home", str(home)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return home


def faults(seed: int) -> Faults:
    """About one call in fourteen goes wrong, one answer to getUpdates in eight."""
    sending = [
        Fault("429", "*Message*", probability=0.01, retry_after=1),
        Fault("429", "*Message*", probability=0.003, retry_after=None),
        Fault("5xx", "*Message*", probability=0.01, status=502),
        Fault("5xx", "*Message*", probability=0.01, after=True),
        Fault("reset", "*Message*", probability=0.01),
        Fault("reset", "*Message*", probability=0.01, after=True),
        Fault("truncated", "*Message*", probability=0.01),
        Fault("html", "*Message*", probability=0.005, status=502),
        Fault("html", "*Message*", probability=0.005, status=200, after=True),
        Fault("hang", "*Message*", probability=0.002, seconds=12, after=True),
    ]
    coming = [
        Fault("reset", "getUpdates", probability=0.03),
        Fault("truncated", "getUpdates", probability=0.03),
        Fault("5xx", "getUpdates", probability=0.02, status=500),
        Fault("duplicate", "getUpdates", probability=0.05),
        Fault("reorder", "getUpdates", probability=0.05),
        Fault("reset", "answerCallbackQuery", probability=0.05),
    ]
    return Faults([*sending, *coming], seed=seed)


async def endured(
    home: Path, kills: int, alerts: int, seed: int, life: float, *,
    share: float = 0.4, processes: int = 1,
) -> dict[str, Any]:  # fmt: skip
    """One database through all its deaths, and the judgement."""
    began, dice = time.monotonic(), random.Random(seed)
    staff = Staff(workers=max(8, min(120, alerts // 8)), units=max(4, min(30, alerts // 12)))
    async with opened(home) as ground:
        await staff.enrol(ground)
        await begin(ENTRIES, START)
    api = BotApi(staff.phones(), faults=faults(seed))
    phones = Phones(api, staff, dice, share)
    async with AsyncExitStack() as stack:
        root = await stack.enter_async_context(serving(application(api)))
        lives = Lives(home, root, free_port(), staff)
        stack.push_async_callback(lives.bury)
        hands = phones.start()
        stack.callback(lambda: [hand.cancel() for hand in hands])
        if processes > 1:
            crowd = await _one_dies_at_a_time(lives, kills, alerts, dice, life, processes)
        else:
            crowd = await _die_again_and_again(lives, kills, alerts, dice, life)
        until, ended = await _last_life(lives, api, phones, alerts)
    judge = Judge(phones, api, staff, alerts, START, until)
    told = await judge.verdict(home)
    wrong = {name: told[name] for name in ZEROS if told[name]} | ended
    return {"kills": kills, **crowd, **told, "zeros": not wrong, "wrong": wrong,
            "examples": judge.examples if wrong else [],
            "start_seconds": round(max(lives.starts), 1),
            "seconds": round(time.monotonic() - began)}  # fmt: skip


async def _die_again_and_again(
    lives: Lives, kills: int, alerts: int, dice: random.Random, life: float
) -> dict[str, Any]:
    share, first = -(-alerts // max(kills, 1)), 0
    for turn in range(kills):
        until = min(alerts, (turn + 1) * share)
        service = await lives.service()
        opener = await lives.opener(first, until, rate=dice.uniform(20, 200))
        if dice.random() < 0.9:
            await lives.up(service)
        await asyncio.sleep(dice.uniform(0, 2 * life))
        await kill(service)
        if dice.random() < 0.5:
            await kill(opener)
        elif await opener.wait() == 0:
            first = until
        lives.jump(NIGHT if turn == kills // 2 else dice.uniform(0, 400))
    return {}


async def _one_dies_at_a_time(
    lives: Lives, kills: int, alerts: int, dice: random.Random, life: float, processes: int
) -> dict[str, Any]:
    """Alerts come all the while; in the end each restarts in its turn, still under way."""
    crowd = Crowd(lives)
    async with opened(lives.home):
        await crowd.gather(processes)
        opener = await lives.opener(0, alerts, rate=alerts / max(1.0, kills * life))
        for _ in range(kills):
            await asyncio.sleep(dice.uniform(0, 2 * life))
            await crowd.lose_one(dice)
        rolled = await crowd.roll()
        left = await crowd.leave()
        await opener.wait()
    slowest = max(crowd.takeovers, default=0.0)
    return {"processes": processes, "takeovers": len(crowd.takeovers),
            "takeover_seconds": slowest, "peaceful_ends": not any(rolled + left)}  # fmt: skip


async def _last_life(
    lives: Lives, api: BotApi, phones: Phones, alerts: int
) -> tuple[datetime, dict[str, Any]]:
    """No more faults: everything that waits must go out, everything due be done.

    Up to when the timetable is judged, and what is not well in the end.
    """
    api.faults.clear()
    lives.jump(120)
    service = await lives.service()
    await lives.up(service)
    opener = await lives.opener(0, alerts, 1000)
    wrong: dict[str, Any] = {"opener_exit": code} if (code := await opener.wait()) else {}
    await asyncio.sleep(2)
    phones.resting = True
    if not await _calm(lives, api, QUIET):
        wrong["not_calm_after_seconds"] = QUIET
    until = lives.now()
    await _kept_up(lives, until)
    if code := await end(service):
        wrong["exit"] = code
    return until, wrong


async def _kept_up(lives: Lives, until: datetime) -> None:
    """Give the timetable time to finish what was due by then; the judge says whether it did."""
    began = time.monotonic()
    while time.monotonic() - began < QUIET:
        done = {name: parse_moment(at) for name, at in (await lives.health())["jobs"].items() if at}
        if all(not entry.due(done[entry.name], until) for entry in ENTRIES):
            return
        await asyncio.sleep(0.3)


async def _calm(lives: Lives, api: BotApi, patience: float) -> bool:
    """Until nothing waits anywhere, for a few seconds on end; False when it no longer gets less."""
    began = last = better = time.monotonic()
    fewest: int | None = None
    while time.monotonic() - better < patience:
        health = await lives.health()
        waits = health["queue"] + health["inbox"] + health["ambiguous"] + len(api.updates.waiting)
        if fewest is None or waits < fewest:
            fewest, better = waits, time.monotonic()
        if waits:
            last = time.monotonic()
        if time.monotonic() - last > STILL and time.monotonic() - began > STALE:
            return True
        await asyncio.sleep(0.3)
    return False
