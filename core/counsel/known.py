"""What departments know of the family of somebody who is bound to his own record: not asked again."""

import asyncio
from datetime import date
from functools import lru_cache

from core.access import Thing, Who, may
from core.city import City
from core.facts import Facts as FactStore
from core.facts.here import facts_here
from core.rules import Facts, city_facts, known
from core.variables import features


async def known_of(who: Who, city: City, on: date) -> Facts | None:
    """The facts of the household this phone was bound to, face to face; None for anybody else."""
    household = next((d.household for d in who.duties if d.household and d.holds(on)), "")
    store = facts_here()
    if not (store and household and may(who, "own_record", Thing(household=household), on)):
        return None
    return await asyncio.to_thread(_of, store, household, on, city.name)


@lru_cache(maxsize=256)
def _of(store: FactStore, household: str, on: date, _city: str) -> Facts | None:
    from core.city import here

    std = here().standards(on)
    found = features(store.view(on), std, households={household})
    if not found.households.height:
        return None
    return known(city_facts(found.households, found.persons, std), household)
