"""How far help reached since a day, in four units that are never added up with each other.

户    families that got any help, each once
人    people of those families, each once: the person a matter is about, or the whole family
户次  times help was given to a family
人次  the same, times the people it was given to
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from core.clock import at_time
from core.facts import View
from core.store.casework import Help

PEOPLE = "P02-01"


@dataclass(frozen=True)
class Reach:
    """The four counts since *since*."""

    since: date
    households: int
    persons: int
    household_times: int
    person_times: int


async def reach(area: str, day: date, view: View) -> Reach:
    """Help given from the first of January to the morning of *day*."""
    since = date(day.year, 1, 1)
    given = await Help.filter(
        case__region__startswith=area, at__gte=at_time(since, 0), at__lt=at_time(day, 8)
    ).values_list("case__household", "case__person")
    whole = {household for household, person in given if person is None}
    sizes = members(view, whole)
    people = {(household, person) for household, person in given if person is not None}
    alone = {household for household, _ in people} - whole
    return Reach(
        since=since,
        households=len({household for household, _ in given}),
        persons=sum(sizes.values()) + sum(household in alone for household, _ in people),
        household_times=len(given),
        person_times=sum(sizes[h] if person is None else 1 for h, person in given),
    )


def members(view: View, households: set[str]) -> Mapping[str, int]:
    """How many are registered in each of *households*; at least one each."""
    found = dict.fromkeys(households, 1)
    if not households:
        return found
    people = view.records(PEOPLE).filter(pl.col("household").is_in(list(households)))
    alive = people.filter(pl.col("status").is_null() | (pl.col("status") != "注销"))
    counts = alive.group_by("household").len().collect()
    return found | dict(counts.select("household", "len").rows())
