"""What a night costs a whole city: the expressions alone, everything end to end, an event by the minute.

    expressions  all monitors over made-up columns, a tenth unknown, beside one monitor at a time
    city         a made-up city of 0.7 million, imported as departments send it: facts to written cases
    events       from a sensor's request to the worker's phone
Hits of the expressions are as random as the columns; those of the city are its own.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import polars as pl

from bench import _city, _events
from core.city import Standards, load_city
from core.variables import person_schema, whole_schema
from scheduler.monitors.judging import Verdicts, judge, tallies, with_members
from scheduler.monitors.shelf import Monitor, in_force

AT = date(2022, 7, 15)
HOUSEHOLDS, PERSONS = 250_000, 700_000
ROUNDS = 3
UNKNOWN = 0.1
WORDS = ("未就业", "在建", "D", "小学", "孤儿", "暂停", "规律", "红", "dead", "semi")


class NoRecords:
    """A view in which every class is fresh; judging asks nothing else of it."""

    at = AT

    def records(self, class_id: str) -> pl.LazyFrame:
        raise LookupError(class_id)

    def last_delivery(self, class_id: str) -> date | None:
        return self.at

    def fresh(self, class_id: str) -> bool | None:
        return True


def run() -> dict[str, Any]:
    return {"expressions": expressions(), "events": _events.measure(), "city": night()}


def night() -> dict[str, Any]:
    """A whole night over the city, in a process of its own."""
    with _city.city() as home, tempfile.TemporaryDirectory() as folder:
        work = [str(home), str(Path(folder) / "work"), AT.isoformat()]
        said = subprocess.run(
            [sys.executable, "-m", "bench._night", *work],
            check=True,
            capture_output=True,
            text=True,
        )
    told: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return told


def expressions() -> dict[str, Any]:
    """All monitors of people and families at once, beside one after the other."""
    std = load_city().standards(AT)
    watches = [m for m in in_force(AT) if m.watch.grain in ("person", "household")]
    persons, households = frames(watches, std)
    family = [m for m in watches if m.watch.grain == "household"]
    before = time.process_time()
    whole, told = _timed(lambda: judge(watches, persons, households, NoRecords(), std))
    busy = (time.process_time() - before) / ROUNDS
    counting, _ = _timed(lambda: with_members(households, persons, family, std))
    single, _ = _timed(lambda: _one_by_one(watches, persons, households, std), rounds=1)
    return {
        "households": households.height,
        "persons": persons.height,
        "monitors": len(watches),
        "judge_seconds": round(whole, 2),
        "judge_cpu_seconds": round(busy, 2),
        "of_which_counting_members": round(counting, 2),
        "one_monitor_at_a_time_seconds": round(single, 2),
        "ratio_one_at_a_time": round(single / whole, 1),
        "answers": sum(v.frame.height for v in told),
        "hits": sum(v.hits for v in told),
        "cannot_tell": sum(v.unknown for v in told),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _timed(work: Callable[[], Any], rounds: int = ROUNDS) -> tuple[float, Any]:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - started)
    return median(times), found


def _one_by_one(
    watches: list[Monitor], persons: pl.DataFrame, households: pl.DataFrame, std: Standards
) -> list[Verdicts]:
    view = NoRecords()
    return [judge([monitor], persons, households, view, std)[0] for monitor in watches]


def frames(watches: list[Monitor], std: Standards) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A city of made-up people: the two frames of `core.variables.features`, as far as they are read."""
    read = {name for monitor in watches for name in monitor.columns(std)}
    read |= {n for tally in tallies(watches, std).values() for n in tally.of.meta.root_names()}
    read |= {"member"}
    chance = random.Random(17)
    homes = pl.Series([f"h{n}" for n in range(HOUSEHOLDS)])
    lives = pl.Series(sorted(chance.choices(range(HOUSEHOLDS), k=PERSONS)))
    people: dict[str, pl.Series] = {
        "person": pl.Series([f"p{n}" for n in range(PERSONS)]),
        "household": homes.gather(lives),
    }
    places = {"household": homes, "region": pl.Series(["330482102201"] * HOUSEHOLDS)}
    persons = _made(_part(person_schema(std), read), people, PERSONS, chance)
    return persons, _made(_part(whole_schema(std), read), places, HOUSEHOLDS, chance)


def _part(schema: dict[str, pl.DataType], read: set[str]) -> dict[str, pl.DataType]:
    return {name: dtype for name, dtype in schema.items() if name in read}


def _made(
    schema: dict[str, pl.DataType], keys: dict[str, pl.Series], rows: int, chance: random.Random
) -> pl.DataFrame:
    """Columns drawn from a thousand values each: enough for expressions, quick to make."""
    drawn = {
        name: pl.Series(_values(dtype, chance), dtype=dtype)
        .sample(rows, with_replacement=True, seed=chance.randrange(2**32))
        .alias(name)
        for name, dtype in schema.items()
        if name not in keys
    }
    return pl.DataFrame(keys | drawn)


def _values(dtype: pl.DataType, chance: random.Random) -> list[Any]:
    draw = _drawer(dtype, chance)
    return [None if chance.random() < UNKNOWN else draw() for _ in range(1000)]


def _drawer(dtype: pl.DataType, chance: random.Random) -> Callable[[], Any]:
    if dtype == pl.Boolean:
        return lambda: chance.random() < 0.1
    if dtype == pl.Date:
        return lambda: AT - timedelta(days=chance.randrange(-60, 900))
    if isinstance(dtype, pl.Enum):
        return lambda: chance.choice(dtype.categories.to_list())
    if dtype.is_integer():
        return lambda: chance.choice((0, 0, 1, 2, 30, 60, 5_000, 1_000_000))
    if isinstance(dtype, pl.List):
        return lambda: chance.choice(([], ["口粮"]))
    return lambda: chance.choice(WORDS)
