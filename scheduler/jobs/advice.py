"""04:40: what the plans of open cases can lean on is read from the facts and kept with each case."""

import asyncio
from datetime import datetime
from functools import partial
from typing import Any

from core.cases import advice
from core.cases.states import OPEN, hold
from core.clock import day_of
from core.house import House
from core.store.casework import Case
from core.store.database import atomically

NAME = "advice"
EVERY = "40 4 * * *"
TOGETHER = 50


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Suggestions, earlier help and posts of every open case of a family; how many changed."""
    day = day_of(due)
    rows = await Case.filter(state__in=OPEN).exclude(household="").values("id", "household")
    homes = {row["household"] for row in rows}
    std = house.city.standards(day)
    known = await asyncio.to_thread(advice.read, house.facts.view(day), std, homes)
    ids, changed = [row["id"] for row in rows], 0
    for start in range(0, len(ids), TOGETHER):
        changed += await atomically(partial(keep, ids[start : start + TOGETHER], known))
    return {"day": day.isoformat(), "cases": len(ids), "changed": changed}


async def keep(ids: list[int], known: advice.Known) -> int:
    """Write what is new into these cases. Inside a transaction."""
    changed = 0
    for case in await Case.filter(id__in=ids, state__in=OPEN).order_by("id"):
        await hold(case)
        told = known.of(case)
        if any(case.evidence.get(name) != value for name, value in told.items()):
            case.evidence = {**case.evidence, **told}
            await case.save(update_fields=["evidence"])
            changed += 1
    return changed
