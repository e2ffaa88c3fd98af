"""Casework under load: 10,000 open cases, 500 people, their taps and messages, on both databases.

Every act goes the whole way of the service: stored, read, judged, written, its answer and everybody
else's news left in the outbox. First the people as they come, through one processor as the service has
it: of the 500 those who are at it in one minute, each every ten seconds. Then many at the same few
things in the same moment. Afterwards the books are checked: what was answered with yes is there
exactly once, no place is given twice.

    act       from the beginning of the handling to its commit; act_cpu: our process's share of it
    answer    the same and the waiting before it, from the moment the message came
"""

import asyncio
import logging
import random
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import structlog

from bench import _casework as made
from bench._casework import NOW, House
from bench._postgres import databases
from bot import inbox
from bot.channels.console import Console
from bot.handlers import BOOK
from bot.message import Reply
from core.cases import auditing
from core.language import understand_worker
from core.privacy.vault import Vault
from core.store.casework import Call, Case, Step, Task, Visit
from core.store.database import open_store, raw
from core.store.helping import Quota, Slot
from core.store.mail import Inbox
from core.store.upgrade import upgrade

ACTS, A_SECOND, BUSY, AT_ONCE = 500, 12, 120, 32
LIMITED = "HP-28"  # 103 sets of appliances
RUSH = 120  # families that ask for one of them, all at once
FORGOTTEN = 100  # alarms the auditor finds missed
SAID = (
    "去过了，人在家，没上班，想找工作",
    "上门了，儿子在家没上班，学机电的，想找工作",
    "见到人了，家里就老人一个，门锁坏了",
    "去了，家里没人",
)
DONE = ("8 月 1 日开课，已经报名", "岗位介绍过去了，下周一面试", "补贴办下来了，卡里收到了")


class Timed(inbox.Processor):
    """The service's own processor, with a watch and a book of what was answered."""

    def __init__(self) -> None:
        super().__init__(BOOK, {"console": Console()}, lambda: NOW)
        self.times: dict[int, tuple[float, float, float]] = {}
        self.said: Counter[str] = Counter()

    async def handle(self, row_id: int) -> Reply | None:
        began, worked = time.perf_counter(), time.process_time()
        reply = await super().handle(row_id)
        self.times[row_id] = (began, time.perf_counter(), time.process_time() - worked)
        if reply and reply.recorded:
            self.said[str(reply.recorded.get("action", ""))] += 1
        return reply


def run() -> dict[str, Any]:
    _quiet()
    understand_worker(SAID[0])  # the dictionary is read once, when the service starts
    with databases("both") as known, tempfile.TemporaryDirectory() as folder:
        return {
            name: asyncio.run(_measured(url or f"sqlite://{Path(folder) / 'bench.sqlite3'}"))
            for name, url in known.items()
        }


def _quiet() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


async def _measured(url: str) -> dict[str, Any]:
    random.seed(7)
    await upgrade(url)
    async with await open_store(url, Vault.throwaway()):
        house = await made.people()
        await made.cases()
        ears, before = Timed(), await _counts()
        told = {
            "open_cases": await Case.all().count(), "people": made.USERS,
            "as_they_come": await _as_they_come(ears, house), "at_once": await _at_once(ears),
        }  # fmt: skip
        books = await _books(ears, before)
        return {**told, "books": books, "auditor": await _auditor()}


# --- as they come ------------------------------------------------------------


async def _as_they_come(ears: Timed, house: House) -> dict[str, Any]:
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
            await _say(key, *next(acts))
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


Act = tuple[str, dict[str, Any]]  # who, what


async def _acts(house: House) -> Iterator[Act]:
    """What the people do next, in the order of what each of them is at; for ever."""
    scripts = [_worker(handle, await _cases_of(handle)) for handle in house.workers]
    scripts += [_contact(h, await _calls_of(h)) for h in house.contacts]
    scripts += [_boss(handle) for handle in house.bosses]
    return _shuffled(scripts)


def _shuffled(scripts: list[Iterator[Act]]) -> Iterator[Act]:
    busy = random.sample(scripts, BUSY)
    while True:  # a person's next act comes only after everybody's last
        for script in random.sample(busy, BUSY):
            yield next(script)


def _worker(handle: str, numbers: list[str]) -> Iterator[Act]:
    """Takes a case, goes there, tells it, confirms it, looks at the plan; looks at her day."""
    while True:
        for number in numbers:
            yield handle, _press("take", number)
            yield handle, _press("arrive", number)
            yield handle, {"text": random.choice(SAID)}
            yield handle, _press("confirm", number)
            yield handle, _press("plan", number)
            yield handle, {"text": random.choice(("今天", "待办"))}
        yield handle, {"text": "今天"}


def _contact(handle: str, numbers: list[str]) -> Iterator[Act]:
    """Reports in, tells what was done; looks at what waits."""
    while True:
        for number in numbers:
            yield handle, _press("report_in", number)
            yield handle, _press("finish", number)
            yield handle, {"text": random.choice(DONE)}
        yield handle, {"text": "待办"}


def _boss(handle: str) -> Iterator[Act]:
    while True:
        yield handle, {"text": "早报"}
        yield handle, {"text": "超时"}


def _press(verb: str, about: str, arg: str = "") -> dict[str, Any]:
    return {"text": "", "press": {"verb": verb, "about": about, "arg": arg}}


async def _say(key: str, handle: str, what: dict[str, Any]) -> None:
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


# --- everybody at once ----------------------------------------------------------


async def _at_once(ears: Timed) -> dict[str, Any]:
    """Two workers tap the same case, many families ask for the last sets: in the same moment."""
    free = await Case.filter(state="pushed", worker_id=None).order_by("-id").limit(40)
    both = [
        (f"g{made.GRIDS.index(c.region)}x{k}", _press("take", c.number))
        for c in free
        for k in (0, 1)
    ]
    planned = (
        await Case.filter(state="planned").order_by("-id").limit(RUSH).prefetch_related("worker")
    )
    wanted = [(c.worker.handle, _press("plan_add", c.number, LIMITED)) for c in planned if c.worker]
    civil = await raw("SELECT a.handle FROM duty d JOIN account a ON a.id = d.account_id "
                      "WHERE d.unit = 'M01' ORDER BY a.id")  # fmt: skip
    given = [(civil[n % len(civil)]["handle"], _press("report_in", c.number))
             for n, c in enumerate(planned)]  # fmt: skip
    return {
        "two_take_the_same": await _rush(ears, both),
        "plans_changed": await _rush(ears, wanted),
        "places_taken": await _rush(ears, given),
    }


async def _rush(ears: Timed, acts: list[Act]) -> dict[str, Any]:
    random.shuffle(acts)
    keys = [uuid.uuid4().hex for _ in acts]
    for key, act in zip(keys, acts, strict=True):
        await _say(key, *act)
    ids = [r["id"] for r in await Inbox.filter(update_key__in=keys).values("id")]
    turns, began = asyncio.Semaphore(AT_ONCE), time.perf_counter()

    async def one(row_id: int) -> None:
        async with turns:
            await ears.handle(row_id)

    await asyncio.gather(*(one(i) for i in ids))
    await ears.drain()
    return {"acts": len(ids), "a_second": round(len(ids) / (time.perf_counter() - began), 1)}


# --- the books -------------------------------------------------------------------

KEPT = {"accept": "take", "report_in": "report_in", "plan_add": "change_plan"}  # action → step


async def _counts() -> Counter[str]:
    rows = await raw("SELECT what, COUNT(*) AS n FROM step GROUP BY what")
    return Counter({row["what"]: row["n"] for row in rows})


async def _books(ears: Timed, before: Counter[str]) -> dict[str, Any]:
    """What was answered with yes against what is in the database; nothing sold twice."""
    steps = await _counts()
    lost = sum(abs(steps[w] - before[w] - ears.said[a]) for a, w in KEPT.items())
    told = await Inbox.filter(tries__gt=0).count()
    torn = (await auditing.look(NOW)).torn
    quota = await Quota.get(offer=LIMITED)
    held = await Slot.filter(quota=quota, state="held").count()
    return {
        "said_yes": sum(ears.said[a] for a in KEPT), "lost_updates": lost, "failed": told,
        "torn_histories": len(torn), "sets": quota.capacity, "given": held,
        "oversold": max(0, held - (quota.capacity or held), quota.used - held),
        "waiting": await Slot.filter(quota=quota, state="waiting").count(),
        "visits": await Visit.all().count(), "tasks": await Task.all().count(),
        "calls": await Call.all().count(), "steps": await Step.all().count(),
    }  # fmt: skip


async def _auditor() -> dict[str, Any]:
    """100,000 open cases, a hundred of them with an alarm nobody rang."""
    count = await made.many()
    some = (
        await Case.filter(state="pushed")
        .order_by("id")
        .limit(FORGOTTEN)
        .values_list("id", flat=True)
    )
    await Case.filter(id__in=list(some)).update(alarm_at=NOW - 2 * auditing.GRACE)
    began = time.perf_counter()
    looked = await auditing.look(NOW)
    seconds = time.perf_counter() - began
    report = await auditing.audit(NOW)
    return {
        "open_cases": count, "look_seconds": round(seconds, 2), "stuck": len(looked.stuck),
        "with_mending_seconds": round(time.perf_counter() - began - seconds, 2),
        "left_after": report["left"], "torn": report["torn"],
    }  # fmt: skip
