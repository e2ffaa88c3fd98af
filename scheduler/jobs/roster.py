"""04:50: the rosters are brought up to the registers; what was due and did not happen is missed."""

import asyncio
from datetime import date, datetime
from functools import partial
from typing import Any

from core.cases import roster_due, roster_keeping
from core.clock import day_of
from core.family.members import names_of
from core.house import House
from core.store.database import atomically

NAME = "roster"
EVERY = "50 4 * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Turns for whoever is due one; how many are new, left out, missed. Repeats change nothing."""
    day = day_of(due)
    known = await asyncio.to_thread(_read, house, day)
    new = await roster_keeping.unknown(known.found)
    names = await asyncio.to_thread(_names, house, day, new)
    told = await atomically(partial(roster_keeping.keep, known, names, at=due))
    return {"day": day.isoformat(), "due": len(known.found), **told}


def _read(house: House, day: date) -> roster_due.Known:
    return roster_due.read(house.facts.view(day), house.city.standards(day))


def _names(house: House, day: date, new: list[roster_due.Due]) -> roster_keeping.Names:
    asked = {
        one.subject: (one.subject, one.household, None if one.kind == "review" else one.subject)
        for one in new
    }
    return names_of(house.facts.view(day), house.vault, asked.values())
