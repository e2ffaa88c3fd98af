"""One engine in a process of its own, so that its memory can be told: `python -m bench._child`."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from bench._population import read

DAY = date(2022, 7, 15)
WARM_UP = 20
Engine = Callable[[pl.DataFrame, pl.DataFrame], Any]


def engine(name: str) -> Engine:
    """Households and persons in, the whole portrait out."""
    if name == "openfisca":
        from bench._openfisca import portrait

        return portrait
    if name == "hand_polars":
        from bench._hand_polars import floor

        return floor
    from bench._ours import ours
    from core.city import load_city

    std = load_city().standards(DAY)
    return lambda households, persons: ours(households, persons, std)


def city(work: Engine, parts: list[Path], rounds: int) -> dict[str, float]:
    """Seconds of one pass over the town, warm; with reading the files beside it; peak memory.

    On a machine shared with others the best pass says what the engine can do, the median what
    happened, and the processor's seconds (of all cores) what it cost.
    """
    passes = [_pass(work, parts) for _ in range(rounds + 1)][1:]
    inside, whole, spent = zip(*passes, strict=True)
    return {
        "best_s": min(inside),
        "s": statistics.median(inside),
        "cpu_s": statistics.median(spent),
        "from_parquet_s": min(whole),
        "peak_mb": _peak_mb(),
    }


def _pass(work: Engine, parts: list[Path]) -> tuple[float, float, float]:
    began, inside, spent = time.perf_counter(), 0.0, 0.0
    for part in parts:
        tables = read(part)
        start, busy = time.perf_counter(), time.process_time()
        work(*tables)
        inside += time.perf_counter() - start
        spent += time.process_time() - busy
    return inside, time.perf_counter() - began, spent


def _peak_mb() -> float:
    """The highest this process ever held; where the kernel tells, without what its parent held."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def one(work: Engine, part: Path, times: int) -> dict[str, float]:
    """Milliseconds for one household, another one each time, warm."""
    households, persons = read(part)
    spent = []
    for number in range(WARM_UP + times):
        home = households.slice(number, 1)
        family = persons.filter(pl.col("household") == home["household"][0])
        start = time.perf_counter()
        work(home, family)
        spent.append((time.perf_counter() - start) * 1000)
    ordered = sorted(spent[WARM_UP:])
    return {"p50_ms": statistics.median(ordered), "p99_ms": ordered[int(len(ordered) * 0.99)]}


def main(task: str, name: str, count: str, *parts: str) -> int:
    work, paths = engine(name), [Path(p) for p in parts]
    found = city(work, paths, int(count)) if task == "city" else one(work, paths[0], int(count))
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
