"""At most eight cards a worker a day; the rest waits its turn, in order of expected help.

The order: (weight of the colour) × (share of this monitor's alarms that were right, by what people
found so far) × (1 + days waiting / 7). Yellow weighs three, green one; a monitor nobody has
judged counts as right every second time. So what helps most comes first, and nothing waits for
ever. Red never waits, and does not count. Clocks start when the card is out.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import partial

from core import outbox
from core.access import Who, may
from core.cases import turning
from core.cases.doors import thing
from core.cases.hearing import nearest_workers
from core.city import City
from core.clock import day_of
from core.monitoring.interval import Share
from core.monitoring.outcomes import precisions
from core.store.casework import Case
from core.store.database import atomically
from core.store.monitoring import Card
from core.store.people import Account

TURN = turning.TURN
WEIGHTS = {"黄": 3, "绿": 1}
PATIENCE = 7  # days
TOGETHER = 25  # cases let out in one transaction


async def waiting() -> list[Case]:
    """The cases whose turn has not come, in the order they were opened."""
    return await Case.filter(waits=TURN, state="new").order_by("id")


async def queue_of(who: Who, *, at: datetime) -> list[Case]:
    """What waits in this worker's places, in the order it will be let out."""
    day, shares = day_of(at), await precisions()
    mine = [case for case in await waiting() if may(who, "work_case", thing(case), day)]
    return _ordered(mine, shares, day)


async def bring_forward(case: Case, who: Who, city: City, *, at: datetime) -> None:
    """The worker wants this one before its turn: it is out, and counts as one of today's."""
    account = await Account.get(id=who.id)
    await _push(case, [account], city, at)


def _ordered(cases: list[Case], shares: Mapping[str, Share], day: date) -> list[Case]:
    nobody = Share(0, 0)
    return sorted(
        cases, key=lambda c: (-expected_help(c, shares.get(c.monitor, nobody), day), c.id)
    )


def expected_help(case: Case, share: Share, day: date) -> Fraction:
    """What the order goes by; the more, the sooner."""
    right = Fraction(share.right + 1, share.n + 2)
    days = max((day - case.opened_on).days, 0)
    return WEIGHTS.get(case.colour, 1) * right * Fraction(PATIENCE + days, PATIENCE)


async def let_out(city: City, *, at: datetime) -> int:
    """Push what fits into today's (or, in quiet hours, the coming morning's) cards; how many cases."""
    cases = await waiting()
    if not cases:
        return 0
    std = city.standards(day_of(at))
    day = day_of(outbox.polite_time(at, std, red=False))
    most, shares = std.integer("alert_day_cap_worker"), await precisions()
    used, near = await used_on(day), _Near(at)
    out: list[tuple[Case, list[Account]]] = []
    for case in _ordered(cases, shares, day):
        workers = await near.workers(case)
        free = [worker for worker in workers if used[worker.id] < most]
        if free or not workers:
            out.append((case, free))
            for worker in free:
                used[worker.id] += 1
    for start in range(0, len(out), TOGETHER):
        await atomically(partial(_push_some, out[start : start + TOGETHER], city, at))
    return len(out)


class _Near:
    """Who works where, asked once a place and line."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self._known: dict[tuple[str, str], list[Account]] = {}

    async def workers(self, case: Case) -> list[Account]:
        key = case.region, case.line
        if key not in self._known:
            self._known[key] = await nearest_workers(case, self.at)
        return self._known[key]


async def used_on(day: date) -> dict[int, int]:
    """How many cards that were not red each worker got for this day."""
    found: dict[int, int] = defaultdict(int)
    for row in await Card.filter(day=day, red=False).values("account_id"):
        found[row["account_id"]] += 1
    return found


async def _push_some(some: list[tuple[Case, list[Account]]], city: City, at: datetime) -> None:
    for case, workers in some:
        await _push(case, workers, city, at)


async def _push(case: Case, workers: list[Account], city: City, at: datetime) -> None:
    if await Case.filter(id=case.id, waits=TURN).update(waits=""):
        case.waits = ""
        await turning.push_now(case, city, at=at, workers=workers)
