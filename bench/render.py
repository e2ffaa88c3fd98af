"""How fast pictures, papers and lists come out, and whether memory and the event loop stay calm.

Every rendering gets another made-up family, so that nothing is answered from a cache.
"""

import asyncio
import random
import resource
import statistics
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bench._drawn import booklet, card, digest, rows
from core.render import (
    digest_workbook,
    families_workbook,
    render_booklet,
    render_card,
    render_digest,
)

HOUSEHOLDS = 3_489  # helped in 2022


def run(*, rounds: int = 40, booklets: int = 300, households: int = HOUSEHOLDS) -> dict[str, Any]:
    """Medians in milliseconds, warm, one thread; memory as the process's peak in MB.

    *_cpu_ms* is what this process used of a core: on a busy machine the other one is waiting too.
    """
    dice = random.Random(9)
    render_booklet(booklet(dice, 0))
    found: dict[str, Any] = {
        **_many(dice, booklets),
        **_median("card", rounds, lambda i: render_card(card(dice, i))),
        **_median("booklet", rounds, lambda i: render_booklet(booklet(dice, i))),
        **_median("masked_booklet", rounds, lambda i: render_booklet(booklet(dice, i), full=False)),
        **_median("digest", rounds, lambda i: render_digest(digest(dice, i))),
        **_median("digest_xlsx", 5, lambda i: digest_workbook(digest(dice, i))),
        **_median("families_xlsx", 3, lambda i: families_workbook(rows(dice, households))),
        "families": households,
    }
    return found | asyncio.run(_gaps(dice, rounds))


def _median(name: str, rounds: int, work: Callable[[int], object]) -> dict[str, float]:
    wall, cpu = zip(*(_timed(work, i) for i in range(rounds)), strict=True)
    return {
        f"{name}_ms": round(statistics.median(wall), 1),
        f"{name}_cpu_ms": round(statistics.median(cpu), 1),
    }


def _timed(work: Callable[[int], object], i: int) -> tuple[float, float]:
    """Milliseconds by the clock and of a core."""
    began, busy = time.perf_counter(), time.process_time()
    work(i)
    return (time.perf_counter() - began) * 1000, (time.process_time() - busy) * 1000


def _peak() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _many(dice: random.Random, many: int) -> dict[str, Any]:
    """Many booklets one after the other: time for each, and the peak after a sixth and after all."""
    began, busy, early = time.perf_counter(), time.process_time(), 0.0
    for i in range(many):
        render_booklet(booklet(dice, 10_000 + i))
        if i == many // 6:
            early = _peak()
    return {
        "booklets": many,
        "booklets_ms_each": round((time.perf_counter() - began) * 1000 / many, 1),
        "booklets_cpu_ms_each": round((time.process_time() - busy) * 1000 / many, 1),
        "peak_mb_early": early,
        "peak_mb_end": _peak(),
    }


async def _gaps(dice: random.Random, rounds: int) -> dict[str, Any]:
    """The longest times the event loop waited: while booklets were made in a thread, and idle."""

    async def drawing() -> None:
        for i in range(rounds):
            await asyncio.to_thread(render_booklet, booklet(dice, 50_000 + i))

    began = time.perf_counter()
    busy = await _gap(drawing())
    idle = await _gap(asyncio.sleep(time.perf_counter() - began))
    return {"loop_gap_ms": busy, "loop_gap_idle_ms": idle}


async def _gap(work: Awaitable[None]) -> float:
    gaps: list[float] = []
    ticking = asyncio.create_task(_tick(gaps))
    await work
    ticking.cancel()
    return round(max(gaps), 1)


async def _tick(gaps: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        gaps.append((time.perf_counter() - began) * 1000 - 1)
