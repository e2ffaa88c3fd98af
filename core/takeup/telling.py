"""What became new last night goes to whoever works there: one message a morning, eight families at most.

What waits behind is on the list (「应享」). When a rule has changed and finds hundreds at once, nobody's
phone rings for it: supervisors see the number, and the lists are there.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core import accounts, outbox
from core.access import Thing, Who, may
from core.city import City
from core.clock import day_of
from core.store.mail import Outbox
from core.store.people import Account
from core.store.takeup import Entitled
from core.takeup.listing import Line, line_of, title

PAGE = 8  # families in one message
MOST = 80  # families kept for one morning
NOTICE = "worker.entitled"
Heads = Callable[[list[tuple[str, str, str | None]]], dict[str, dict[str, str]]]


async def leave(day: date, city: City, heads: Heads, *, at: datetime, most: int) -> int:
    """Leave each worker what is new on *day*; *heads* says how families are called.

    *most*: more new lines of one benefit than this are told to nobody. How many messages.
    """
    rows = await Entitled.filter(since=day, new=True, gone_on=None).order_by("household", "benefit")
    quiet = {b for b, count in _counted(rows).items() if count > most}
    told: dict[int, list[Entitled]] = defaultdict(list)
    people: dict[int, Account] = {}
    for row in rows:
        if row.benefit not in quiet and row.region:
            for account in (await _workers(row, day))[:1]:
                people[account.id] = account
                told[account.id].append(row)
    homes = {number: _by_home(mine) for number, mine in told.items()}
    asked = dict.fromkeys(home for mine in homes.values() for home in list(mine)[:MOST])
    called = await asyncio.to_thread(heads, [(home, home, None) for home in asked])
    left = 0
    for number, mine in homes.items():
        left += await _leave_one(people[number], mine, day, city, called, at)
    return left


def _by_home(rows: Iterable[Entitled]) -> dict[str, list[Entitled]]:
    found: dict[str, list[Entitled]] = defaultdict(list)
    for row in rows:
        found[row.household].append(row)
    return found


def _counted(rows: Iterable[Entitled]) -> Mapping[str, int]:
    return Counter(row.benefit for row in rows)


async def _workers(row: Entitled, day: date) -> list[Account]:
    return await accounts.with_duty(
        day, roles=("grid",), covering=row.region, line=line_of(row.benefit, day)
    )


async def _leave_one(
    account: Account,
    homes: Mapping[str, Sequence[Entitled]],
    day: date,
    city: City,
    called: Mapping[str, Mapping[str, str]],
    at: datetime,
) -> int:
    lines = [
        {
            "household": home,
            "region": rows[0].region,
            "head": called.get(home, {}).get("head", ""),
            "benefits": [row.benefit for row in rows],
        }
        for home, rows in list(homes.items())[:MOST]
    ]
    return await outbox.notify(
        account, NOTICE, dedup=f"entitled:{day}:{account.id}", at=at, about={"lines": lines},
        priority=outbox.DIGEST,
        not_before=outbox.polite_time(at, city.standards(day_of(at)), red=False),
    )  # fmt: skip


@dataclass(frozen=True)
class Page:
    """Some of the families of one morning's message, each with how it is called."""

    message: int
    families: tuple[tuple[Line, str], ...]
    next: int  # where the rest begins; 0 when there is none


async def page(who: Who, message: int, start: int, day: date) -> Page | None:
    """From *start* on, what is still so; *message* 0 is the newest. None when nothing was left."""
    mine = Outbox.filter(account_id=who.id, notice=NOTICE).order_by("-id")
    row = await (mine.filter(id=message) if message else mine).first()
    if row is None or not row.body:
        return None
    found = await _still_due(who, row.body["lines"], day)
    end = start + PAGE
    return Page(row.id, tuple(found[start:end]), end if len(found) > end else 0)


async def _still_due(
    who: Who, lines: Sequence[Mapping[str, Any]], day: date
) -> list[tuple[Line, str]]:
    """Of what was left for *who*: what is still so and may be seen, and how the family is called."""
    homes = [line["household"] for line in lines]
    rows = await Entitled.filter(household__in=homes, gone_on=None)
    open_ = {(row.household, row.benefit) for row in rows}
    found = []
    for line in lines:
        titles = tuple(
            title(benefit, day, who.lang)
            for benefit in line["benefits"]
            if (line["household"], benefit) in open_
            and may(who, "see_case", Thing(line["region"], line_of(benefit, day)), day)
        )
        if titles:
            here = Line(line["household"], line["region"], titles)
            found.append((here, str(line["head"])))
    return found
