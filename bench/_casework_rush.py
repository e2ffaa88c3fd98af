"""Many at the same few things in the same moment, and the books checked afterwards."""

import asyncio
import random
import time
import uuid
from collections import Counter
from typing import Any

from bench import _casework as made
from bench._casework import NOW
from bench._casework_acts import Act, Timed, press, say
from core.cases import auditing
from core.store.casework import Call, Case, Step, Task, Visit
from core.store.database import raw
from core.store.helping import Quota, Slot
from core.store.mail import Inbox

AT_ONCE = 32
LIMITED = "HP-28"  # 103 sets of appliances
RUSH = 120  # families that ask for one of them, all at once
KEPT = {"accept": "take", "report_in": "report_in", "plan_add": "change_plan"}  # action → step


async def at_once(ears: Timed) -> dict[str, Any]:
    """Two workers tap the same case, many families ask for the last sets: in the same moment."""
    free = await Case.filter(state="pushed", worker_id=None).order_by("-id").limit(40)
    both = [
        (f"g{made.GRIDS.index(c.region)}x{k}", press("take", c.number))
        for c in free
        for k in (0, 1)
    ]
    planned = (
        await Case.filter(state="planned").order_by("-id").limit(RUSH).prefetch_related("worker")
    )
    wanted = [(c.worker.handle, press("plan_add", c.number, LIMITED)) for c in planned if c.worker]
    civil = await raw("SELECT a.handle FROM duty d JOIN account a ON a.id = d.account_id "
                      "WHERE d.unit = 'M01' ORDER BY a.id")  # fmt: skip
    given = [(civil[n % len(civil)]["handle"], press("report_in", c.number))
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
        await say(key, *act)
    ids = [r["id"] for r in await Inbox.filter(update_key__in=keys).values("id")]
    turns, began = asyncio.Semaphore(AT_ONCE), time.perf_counter()

    async def one(row_id: int) -> None:
        async with turns:
            await ears.handle(row_id)

    await asyncio.gather(*(one(i) for i in ids))
    await ears.drain()
    return {"acts": len(ids), "a_second": round(len(ids) / (time.perf_counter() - began), 1)}


async def counts() -> Counter[str]:
    rows = await raw("SELECT what, COUNT(*) AS n FROM step GROUP BY what")
    return Counter({row["what"]: row["n"] for row in rows})


async def books(ears: Timed, before: Counter[str]) -> dict[str, Any]:
    """What was answered with yes against what is in the database; nothing sold twice."""
    steps = await counts()
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
