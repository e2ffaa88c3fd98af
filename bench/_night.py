"""One whole night over a city, in a process of its own: `python -m bench._night CITY WORK DAY`.

CITY holds the facts and the keys of a made-up city (bench._city); WORK is an empty folder for what
the night writes: database, portraits. A worker stands in every village, so that cases are pushed.
"""

import asyncio
import json
import shutil
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench._child import _peak_mb
from core import accounts
from core.city import load_city, use_city
from core.clock import at_time, clock_from
from core.config import Settings
from core.house import House
from core.matching import MatchedFacts
from core.privacy.vault import Vault
from core.store import open_store
from core.store.casework import Case, Finding
from core.store.database import atomically
from core.store.mail import Outbox
from core.store.takeup import Entitled
from core.store.upgrade import upgrade
from scheduler.jobs.sweep import sweep

VILLAGE = 12
RULES = "monitors"


def prepare(city: Path, work: Path) -> None:
    """An installation over these facts that has done nothing yet."""
    work.mkdir(parents=True)
    shutil.copy(city / "keys.json", work / "keys.json")
    (work / "facts").symlink_to(city / "facts")


@asynccontextmanager
async def opened(work: Path) -> AsyncIterator[House]:
    """The house in *work*, its database made."""
    settings, city = Settings(home=work, made_up=True), load_city()
    use_city(city)
    vault = Vault.open(settings.keys_file)
    facts = MatchedFacts(settings.facts_folder, city)
    await upgrade(settings.database_url)
    async with await open_store(settings.database_url, vault):
        yield House(settings, vault, city, facts, clock_from())


async def nights(work: Path, day: date) -> dict[str, Any]:
    """The first look, the same day again, and the next night."""
    async with opened(work) as house:
        await _workers(day)
        first = await _night(house, day)
        again = await _night(house, day)
        following = await _night(house, day + timedelta(days=1))
    return {
        "day": day.isoformat(), "first": first, "same_day_again": again,
        "next_night": following, "peak_mb": round(_peak_mb()),
    }  # fmt: skip


async def _workers(day: date) -> None:
    villages = [code for code in load_city().places if len(code) == VILLAGE]

    async def work() -> None:
        for code in villages:
            await accounts.add(
                f"grid{code}",
                code,
                "grid",
                at=at_time(day, 0) - timedelta(days=1),
                area=code,
                unit=code,
            )

    await atomically(work)


async def _night(house: House, day: date) -> dict[str, Any]:
    began, busy, before = time.perf_counter(), time.process_time(), await _written()
    told = await sweep(house, day)
    took, spent = time.perf_counter() - began, time.process_time() - busy
    now = await _written()
    return {
        "seconds": round(took, 1),
        "cpu_seconds": round(spent, 1),
        "rules_seconds": round(told["ms"][RULES] / 1000, 2),
        "households": told["households"],
        "persons": told["persons"],
        "ms": told["ms"],
        "hits": sum(m["hits"] for m in told["monitors"]),
        "cannot_tell": sum(m["unknown"] for m in told["monitors"]),
        "held": sum(m["held"] for m in told["monitors"]),
        "entitled": sum(one["due"] for one in told["take_up"]),
        **{f"new_{name}": now[name] - before[name] for name in now},
    }


async def _written() -> dict[str, int]:
    return {
        "findings": await Finding.all().count(),
        "cases": await Case.all().count(),
        "messages": await Outbox.all().count(),
        "entitled": await Entitled.all().count(),
    }


def main(city: str, work: str, day: str) -> int:
    prepare(Path(city), Path(work))
    told = asyncio.run(nights(Path(work), date.fromisoformat(day)))
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
