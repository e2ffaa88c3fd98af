"""What 500 people do, one act after the other, and a watch on the service's own processor."""

import asyncio
import random
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from statistics import median, quantiles
from typing import Any

from bench import _casework as made
from bench._casework import NOW, House
from bot import inbox
from bot.channels.console import Console
from bot.handlers import BOOK
from bot.message import Incoming, Reply
from core.store.casework import Case
from core.store.database import raw
from core.store.mail import Inbox

ACTS, A_SECOND = 2_500, 25  # all 500 are at it, each every twenty seconds
SAID = (
    "去过了，人在家，没上班，想找工作",
    "上门了，儿子在家没上班，学机电的，想找工作",
    "见到人了，家里就老人一个，门锁坏了",
    "去了，家里没人",
)
DONE = ("8 月 1 日开课，已经报名", "岗位介绍过去了，下周一面试", "补贴办下来了，卡里收到了")
Act = tuple[str, dict[str, Any]]  # who, what


class Timed(inbox.Processor):
    """The service's own processor, with a watch and a book of what was answered.

    Acts that share a commit began and ended with it; its share of the work is divided among them.
    """

    def __init__(self) -> None:
        super().__init__(BOOK, {"console": Console()}, lambda: NOW)
        self.times: dict[int, tuple[float, float, float]] = {}
        self.said: Counter[str] = Counter()

    async def _handle_together(self, ids: Sequence[int]) -> None:
        began, worked = time.perf_counter(), time.process_time()
        await super()._handle_together(ids)
        each = (time.process_time() - worked) / len(ids)
        self.times |= {row_id: (began, time.perf_counter(), each) for row_id in ids}

    def _answered(self, said: Incoming | None, reply: Reply | None) -> None:
        super()._answered(said, reply)
        if reply and reply.recorded:
            self.said[str(reply.recorded.get("action", ""))] += 1


async def as_they_come(ears: Timed, house: House) -> dict[str, Any]:
    """Messages arrive at random moments, about as many a second as 500 busy people send."""
    acts = await _acts(house)
    came: dict[str, float] = {}
    working = asyncio.create_task(ears.run())
    began = time.perf_counter()
    try:
        for _ in range(ACTS):
            await asyncio.sleep(random.expovariate(A_SECOND))
            key = uuid.uuid4().hex
            came[key] = time.perf_counter()
            await say(key, *next(acts))
            ears.wake.set()
        while await inbox.waiting():  # noqa: ASYNC110  another task is emptying it
            await asyncio.sleep(0.05)
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
    lasted = time.perf_counter() - began
    ids = {r["id"]: r["update_key"] for r in await Inbox.all().values("id", "update_key")}
    acted = [done - start for start, done, _ in ears.times.values()]
    answered = [done - came[ids[i]] for i, (_, done, _) in ears.times.items()]
    worked = [cpu for _, _, cpu in ears.times.values()]
    return {
        "acts": len(acted), "a_second": round(len(acted) / lasted, 1),
        "act_ms": _spread(acted), "act_cpu_ms": _spread(worked), "answer_ms": _spread(answered),
    }  # fmt: skip


def _spread(seconds: list[float]) -> dict[str, float]:
    cuts = quantiles(seconds, n=100)
    told = {"p50": median(seconds), "p95": cuts[94], "p99": cuts[98], "most": max(seconds)}
    return {name: round(value * 1000, 1) for name, value in told.items()}


async def _acts(house: House) -> Iterator[Act]:
    """What the people do next, in the order of what each of them is at; for ever."""
    scripts = [_worker(handle, await _cases_of(handle)) for handle in house.workers]
    scripts += [_contact(h, await _calls_of(h)) for h in house.contacts]
    scripts += [_boss(handle) for handle in house.bosses]
    return _shuffled(scripts)


def _shuffled(scripts: list[Iterator[Act]]) -> Iterator[Act]:
    while True:  # a person's next act comes only after everybody's last
        for script in random.sample(scripts, len(scripts)):
            yield next(script)


def _worker(handle: str, numbers: list[str]) -> Iterator[Act]:
    """Takes a case, goes there, tells it, confirms it, looks at the plan; looks at her day."""
    while True:
        for number in numbers:
            yield handle, press("take", number)
            yield handle, press("arrive", number)
            yield handle, {"text": random.choice(SAID)}
            yield handle, press("confirm", number)
            yield handle, press("plan", number)
            yield handle, {"text": random.choice(("今天", "待办"))}
        yield handle, {"text": "今天"}


def _contact(handle: str, numbers: list[str]) -> Iterator[Act]:
    """Reports in, tells what was done; looks at what waits."""
    while True:
        for number in numbers:
            yield handle, press("report_in", number)
            yield handle, press("finish", number)
            yield handle, {"text": random.choice(DONE)}
        yield handle, {"text": "待办"}


def _boss(handle: str) -> Iterator[Act]:
    while True:
        yield handle, {"text": "早报"}
        yield handle, {"text": "超时"}


def press(verb: str, about: str, arg: str = "") -> dict[str, Any]:
    return {"text": "", "press": {"verb": verb, "about": about, "arg": arg}}


async def say(key: str, handle: str, what: dict[str, Any]) -> None:
    await inbox.store("console", [(key, handle, {"chat": handle, **what})], NOW)


async def _cases_of(handle: str) -> list[str]:
    """Cases of her grid nobody has taken; the two of a grid share them, so that they meet at some."""
    grid, _, k = handle[1:].partition("x")
    found = await Case.filter(region=made.GRIDS[int(grid)], state="pushed").order_by("id").limit(9)
    numbers = [case.number for case in found]
    return numbers if k == "0" else numbers[::-1]


async def _calls_of(handle: str) -> list[str]:
    """Some of the calls of his unit nobody has answered."""
    rows = await raw(
        'SELECT k.number FROM call c JOIN "case" k ON k.id = c.case_id JOIN duty d ON d.unit = c.unit '
        "JOIN account a ON a.id = d.account_id WHERE a.handle = ? AND c.state = 'called' "
        "ORDER BY k.id LIMIT 400",
        [handle],
    )
    return [row["number"] for row in random.sample(rows, min(9, len(rows)))]
