"""Thirty and ninety days after help: the family's portrait before and after, hardship by hardship.

Before is the day the matter opened, after the day that many days past the first help; both portraits
are worked out from the facts as known on their own day. A hardship counts where it surely held in full
then and surely does not now, or the other way round; what is not surely known at both ends is told as
open, never as better.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from tortoise.functions import Min

from core.cases.states import AFTER_VISIT, SHUT, advance, allowed, hold
from core.city import City
from core.clock import day_of
from core.facts import Facts
from core.portrait import indicators, portrait
from core.store.casework import Case, Help
from core.store.database import atomically
from core.store.helping import Scores
from core.variables import features

MOMENTS = {"day30": 30, "day90": 90}
SURELY = 2  # an indicator's level: the hardship holds in full
MOST = 400  # comparisons a night; what is left waits for the next
Portrait = dict[str, list[int]]  # indicator → [low, high]
Seen = Mapping[tuple[str, date], Portrait]


@dataclass(frozen=True)
class Wanted:
    """One comparison to be made: of *case*, between the days *before* and *after*."""

    case: int
    household: str
    moment: str
    before: date
    after: date


async def wanted(day: date) -> list[Wanted]:
    """What is due by *day* and was not compared yet, the oldest first."""
    helped = (
        await Help.all().group_by("case_id").annotate(first=Min("at")).values("case_id", "first")
    )
    done = {(s["case_id"], s["moment"]) for s in await Scores.all().values("case_id", "moment")}
    due = {
        (row["case_id"], moment): day_of(_moment(row["first"])) + timedelta(days=days)
        for row in helped
        for moment, days in MOMENTS.items()
    }
    ready = {key: on for key, on in due.items() if on <= day and key not in done}
    states = (*AFTER_VISIT, *SHUT)
    rows = Case.filter(id__in=[id_ for id_, _ in ready], state__in=states).exclude(household="")
    cases = {row["id"]: row for row in await rows.values("id", "household", "opened_on")}
    found = [
        Wanted(id_, cases[id_]["household"], moment, cases[id_]["opened_on"], on)
        for (id_, moment), on in ready.items()
        if id_ in cases
    ]
    return sorted(found, key=lambda one: (one.after, one.case))[:MOST]


def _moment(value: datetime | str) -> datetime:
    """SQLite gives the earliest moment as text."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def seen(facts: Facts, city: City, found: Iterable[Wanted]) -> Seen:
    """The portraits these comparisons need, each family on its own days."""
    days: dict[date, set[str]] = defaultdict(set)
    for one in found:
        days[one.before].add(one.household)
        days[one.after].add(one.household)
    return {
        (row["household"], day): _levels(row, day)
        for day, homes in sorted(days.items())
        for row in _judged(facts, city, day, homes)
    }


def _judged(facts: Facts, city: City, day: date, homes: set[str]) -> list[dict[str, Any]]:
    std = city.standards(day)
    return portrait(features(facts.view(day), std, homes).households, std).to_dicts()


def _levels(row: Mapping[str, Any], day: date) -> Portrait:
    return {
        name: [row[f"{name}_low"], row[f"{name}_high"]]
        for name in indicators(day)
        if f"{name}_low" in row
    }


def difference(before: Portrait, after: Portrait) -> dict[str, list[str]]:
    """lifted, new, still, open: indicators by what surely became of them."""
    told: dict[str, list[str]] = {"lifted": [], "new": [], "still": [], "open": []}
    for name in sorted(before.keys() & after.keys()):
        was, now = _has(before[name]), _has(after[name])
        if None in (was, now):
            told["open"].append(name)
        elif was or now:
            told["still" if was and now else "lifted" if was else "new"].append(name)
    return told


def _has(ends: Sequence[int]) -> bool | None:
    """Whether the hardship holds in full; None when that cannot be told."""
    low, high = ends
    return True if low == SURELY else False if high < SURELY else None


async def keep(found: Sequence[Wanted], portraits: Seen, *, at: datetime) -> int:
    """Write each comparison to its case's story, once; how many were written."""
    return sum([await atomically(partial(_keep, one, portraits, at)) for one in found])


async def _keep(one: Wanted, portraits: Seen, at: datetime) -> bool:
    case = await hold(await Case.get(id=one.case))
    again = await Scores.exists(case=case, moment=one.moment)
    if again or not allowed(case.state, "compare"):
        return False
    before = portraits.get((one.household, one.before))
    after = portraits.get((one.household, one.after))
    if before is None or after is None:  # the household is no more: never asked again
        await Scores.create(case=case, moment=one.moment, on=one.after, told={})
        return False
    told = difference(before, after)
    await Scores.get_or_create(
        case=case, moment="before", defaults={"on": one.before, "told": {"levels": before}}
    )
    earlier = await Scores.filter(case=case, moment="day30").first()
    lifted = ((earlier.told if earlier else {}).get("difference") or {}).get("lifted", [])
    back = [name for name in lifted if name in told["still"]]
    kept = {"levels": after, "difference": told}
    await Scores.create(case=case, moment=one.moment, on=one.after, told=kept)
    detail = {"moment": one.moment, "days": MOMENTS[one.moment], **told, "back": back}
    await advance(case, "compare", at=at, detail=detail)
    return True


async def compare(facts: Facts, city: City, day: date, *, at: datetime) -> dict[str, int]:
    """Everything due by *day*: read beside the event loop, written case by case."""
    found = await wanted(day)
    portraits = await asyncio.to_thread(seen, facts, city, found)
    return {"due": len(found), "compared": await keep(found, portraits, at=at)}
