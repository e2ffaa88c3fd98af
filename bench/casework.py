"""Casework under load: 10,000 open cases, 500 people, their taps and messages, on both databases.

Every act goes the whole way of the service: stored, read, judged, written, its answer and everybody
else's news left in the outbox. First the people as they come, through one processor as the service has
it: all 500 at it, each every twenty seconds. Then many at the same few things in the same moment.
Afterwards the books are checked: what was answered with yes is there exactly once, no place is given
twice.

    act       from the beginning of the handling to its commit; act_cpu: our process's share of it
    answer    the same and the waiting before it, from the moment the message came
"""

import asyncio
import logging
import random
import tempfile
import time
from pathlib import Path
from typing import Any

import structlog

from bench import _casework as made
from bench._casework import NOW
from bench._casework_acts import SAID, Timed, as_they_come
from bench._casework_rush import at_once, books, counts
from bench._postgres import databases
from core.cases import auditing
from core.language import understand_worker
from core.privacy.vault import Vault
from core.store.casework import Case
from core.store.database import open_store
from core.store.upgrade import upgrade

FORGOTTEN = 100  # alarms the auditor finds missed


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
        ears, before = Timed(), await counts()
        told = {
            "open_cases": await Case.all().count(), "people": made.USERS,
            "as_they_come": await as_they_come(ears, house), "at_once": await at_once(ears),
        }  # fmt: skip
        return {**told, "books": await books(ears, before), "auditor": await _auditor()}


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
