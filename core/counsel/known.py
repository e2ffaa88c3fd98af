"""What departments know of the family of somebody who is bound to his own record: not asked again."""

import asyncio
from datetime import date
from functools import lru_cache

from core.access import Thing, Who, may
from core.city import City
from core.facts import Facts as FactStore
from core.rules import Facts, city_facts, known
from core.variables import features

_stores: list[FactStore] = []


def use_facts(store: FactStore) -> None:
    """The fact store of this process, set when the house is opened."""
    _stores[:] = [store]
    _of.cache_clear()


async def known_of(who: Who, city: City, on: date) -> Facts | None:
    """The facts of the household this phone was bound to, face to face; None for anybody else."""
    household = next((d.household for d in who.duties if d.household and d.holds(on)), "")
    if not (_stores and household and may(who, "own_record", Thing(household=household), on)):
        return None
    return await asyncio.to_thread(_of, household, on, city.name)


@lru_cache(maxsize=256)
def _of(household: str, on: date, _city: str) -> Facts | None:
    from core.city import here

    std = here().standards(on)
    found = features(_stores[0].view(on), std, households={household})
    if not found.households.height:
        return None
    return known(city_facts(found.households, found.persons, std), household)
