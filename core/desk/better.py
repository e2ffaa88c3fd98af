"""Families better off: hardships lifted, incomes risen, jobs kept. Not messages sent.

Compared are the day a matter opened and today, by the same portrait. What is not surely known at
both ends counts for nothing. Worked out at night and kept by town; counts only.

    lifted    families of matters proven in the last 30 days with at least one hardship fewer
    richer    of the same families, those with more income a head; the rise is the median's
    jobs      people of matters about work, proven in the last half year, who are in work today
    after     families ninety days after help (core.cases.comparing), in the last half year; lasting:
              those of them with a hardship fewer that has stayed away, and none more
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from statistics import median_low
from typing import Any

import polars as pl

from core.city import City
from core.clock import at_time
from core.desk.groups import Line, lines
from core.facts import Facts
from core.portrait import indicators, portrait
from core.store.helping import Scores
from core.store.measured import Measured
from core.variables import features

KIND = "better"
PROVEN, WORKED, STILL_GOOD = timedelta(days=30), timedelta(days=180), timedelta(days=3)
ABOUT_WORK = ("MON-01", "MON-02", "MON-03", "MON-04", "MON-37")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Better:
    """Counts of one place; *rise_fen*: the middle rise of a head's monthly income."""

    families: int = 0
    lifted: int = 0
    deprivations: int = 0
    richer: int = 0
    rise_fen: int = 0
    jobs: int = 0
    seekers: int = 0
    after: int = 0
    lasting: int = 0


async def better(area: str, day: date) -> Better | None:
    """The newest figures by *day* of the towns of an area added up; None when there are none."""
    newest = await Measured.filter(
        kind=KIND, day__lte=day, day__gte=day - STILL_GOOD
    ).order_by("-day").first()  # fmt: skip
    if newest is None:
        return None
    rows = await Measured.filter(kind=KIND, day=newest.day)
    found = [Better(**row.figures) for row in rows if row.place.startswith(area[:9])]
    totals = {f.name: sum(getattr(one, f.name) for one in found) for f in fields(Better)}
    rises = [one.rise_fen for one in found if one.richer]
    return Better(**{**totals, "rise_fen": median_low(rises) if rises else 0})


async def keep(day: date, found: Mapping[str, Better]) -> int:
    """Store the figures of a day by town; a second time replaces the first."""
    for place, told in found.items():
        await Measured.update_or_create(
            kind=KIND, day=day, place=place, defaults={"figures": asdict(told)}
        )
    return len(found)


async def proven(day: date) -> list[Line]:
    """The matters that later data proved in the last half year."""
    since = at_time(day, 0) - WORKED
    return await lines(why_closed="helped", closed_at__gte=since)


async def followed(day: date) -> dict[str, tuple[int, int]]:
    """By town: families compared ninety days after help, and those that stayed better off."""
    rows = await Scores.filter(moment="day90", on__gt=day - WORKED, on__lte=day).prefetch_related(
        "case"
    )
    homes: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows:
        if told := row.told.get("difference"):
            good = bool(told["lifted"]) and not told["new"]
            town, home = row.case.region[:9], row.case.household
            homes[town][home] = homes[town].get(home, True) and good
    return {town: (len(found), sum(found.values())) for town, found in homes.items()}


def with_followed(
    told: Mapping[str, Better], after: Mapping[str, tuple[int, int]]
) -> dict[str, Better]:
    """The figures of a day with what became of families ninety days after help."""
    out = dict(told)
    for town, (count, lasting) in after.items():
        out[town] = replace(out.get(town, Better()), after=count, lasting=lasting)
    return out


def compared(facts: Facts, city: City, day: date, found: Sequence[Line]) -> dict[str, Better]:
    """By town: the families of *found* on the day their matter opened, and today."""
    recent = [x for x in found if x.closed_at and x.closed_at >= at_time(day, 0) - PROVEN]
    workers = [x for x in found if x.monitor in ABOUT_WORK and x.person]
    today = _seen(facts, city, day, {x.household for x in (*recent, *workers)})
    towns: dict[str, list[Line]] = defaultdict(list)
    for line in {*recent, *workers}:
        towns[line.region[:9]].append(line)
    before = _before(facts, city, recent)
    return {
        town: _town([x for x in mine if x in recent], [x for x in mine if x in workers],
                    before, today, day)
        for town, mine in sorted(towns.items())
    }  # fmt: skip


@dataclass(frozen=True)
class _Seen:
    households: Mapping[str, Row]
    employed: Mapping[str, bool | None]


def _seen(facts: Facts, city: City, at: date, households: set[str]) -> _Seen:
    """Portraits with incomes of some households, and who of them is in work."""
    if not households:
        return _Seen({}, {})
    std = city.standards(at)
    found = features(facts.view(at), std, households=households)
    income = found.households.select("household", "pc_income")
    judged = portrait(found.households, std).join(income, on="household")
    people = found.persons.select("person", pl.col("employed").cast(pl.Boolean)).rows()
    return _Seen({row["household"]: row for row in judged.iter_rows(named=True)}, dict(people))


def _before(facts: Facts, city: City, recent: Iterable[Line]) -> dict[str, Row]:
    """Each family on the day its matter opened; the earliest where there were several."""
    days: dict[date, set[str]] = defaultdict(set)
    first: dict[str, date] = {}
    for line in sorted(recent, key=lambda line: line.opened_on):
        first.setdefault(line.household, line.opened_on)
    for household, day in first.items():
        days[day].add(household)
    return {
        household: row
        for day, households in days.items()
        for household, row in _seen(facts, city, day, households).households.items()
    }


def _town(
    recent: Sequence[Line],
    workers: Sequence[Line],
    before: Mapping[str, Row],
    today: _Seen,
    day: date,
) -> Better:
    pairs = [
        (before[household], today.households[household])
        for household in {line.household for line in recent}
        if household in before and household in today.households
    ]
    lifted = [count for was, now in pairs if (count := _lifted(was, now, day))]
    rises = [rise for was, now in pairs if (rise := _rise(was, now)) > 0]
    seekers = {line.person for line in workers if line.person}
    return Better(
        families=len(pairs),
        lifted=len(lifted),
        deprivations=sum(lifted),
        richer=len(rises),
        rise_fen=median_low(rises) if rises else 0,
        jobs=sum(bool(today.employed.get(person)) for person in seekers),
        seekers=len(seekers),
    )


def _lifted(was: Row, now: Row, day: date) -> int:
    """Indicators that surely held in full then and surely do not today."""
    known = [name for name in indicators(day) if f"{name}_low" in was and f"{name}_high" in now]
    return sum(was[f"{name}_low"] == 2 and now[f"{name}_high"] < 2 for name in known)


def _rise(was: Row, now: Row) -> int:
    """How much more a head has a month, in fen; 0 where either is not known."""
    if was["pc_income"] is None or now["pc_income"] is None:
        return 0
    return int(now["pc_income"] - was["pc_income"])
