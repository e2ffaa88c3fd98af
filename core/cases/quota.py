"""Places and money that run out: taken in one statement, never below zero, a waiting list follows.

The limits of an offer are its own (`capacity`, `budget_yuan`) or the city's parameter of that year;
the most one household may get is a parameter too. A place is taken when a unit takes the task on, and
comes back when the task is dropped or the case ends before help was given. Everybody goes through the
queue: whoever waited longest moves up first, in the transaction that made the room.
"""

from dataclasses import dataclass
from datetime import datetime

from core.catalogue import offers
from core.city import City, NotInForce
from core.clock import day_of
from core.store.casework import Case
from core.store.database import raw
from core.store.helping import Quota, Slot

HELD, WAITING, FREED = "held", "waiting", "freed"


@dataclass(frozen=True)
class Place:
    """What came of asking: held, or waiting behind *ahead* others. *moved*: others who moved up."""

    state: str
    ahead: int = 0
    moved: tuple[Slot, ...] = ()

    @property
    def held(self) -> bool:
        return self.state == HELD


class TooMuch(ValueError):
    """More than one household may get of this help."""

    def __init__(self, most_fen: int) -> None:
        super().__init__(most_fen)
        self.most_fen = most_fen


async def take(
    case: Case, offer: str, city: City, *, at: datetime, amount_fen: int = 0, holder: str = ""
) -> Place:
    """A place of *offer* for the family of *case*, or one in the queue; asking twice is once.

    Raises TooMuch when *amount_fen* is above what one household may get.
    """
    most = most_for_one(offer, city, at)
    if most is not None and amount_fen > most:
        raise TooMuch(most)
    quota = await of_year(offer, city, at)
    who = holder or case.household
    slot = await Slot.get_or_none(quota=quota, holder=who)
    if slot and slot.state == HELD:
        return Place(HELD)
    if slot is None or slot.state == FREED:
        slot = slot or Slot(quota=quota, holder=who)
        slot.case_id, slot.state, slot.since = case.id, WAITING, at
        slot.amount_fen, slot.changed_at = amount_fen, at
        await slot.save()
    moved = await move_up(quota.id, at=at)
    others = tuple(other for other in moved if other.id != slot.id)
    if len(others) < len(moved):
        return Place(HELD, moved=others)
    return Place(WAITING, await _ahead(slot), others)


async def give_back(case: Case, offer: str, *, at: datetime, holder: str = "") -> list[Slot]:
    """The place is free again, or nobody waits for it any more; returns those who moved up."""
    moved: list[Slot] = []
    mine = Slot.filter(quota__offer=offer, holder=holder or case.household)
    for slot in await mine.exclude(state=FREED).order_by("id"):
        await _lock(slot.quota_id)
        if await _turn(slot.id, WAITING, FREED, at) or not await _turn(slot.id, HELD, FREED, at):
            continue
        await raw(
            "UPDATE quota SET used = used - 1, spent_fen = spent_fen - ? WHERE id = ? RETURNING id",
            [slot.amount_fen, slot.quota_id],
        )
        moved += await move_up(slot.quota_id, at=at)
    return moved


async def move_up(quota_id: int, *, at: datetime) -> list[Slot]:
    """Let those who wait move up while there is room, the longest waiting first."""
    await _lock(quota_id)
    moved: list[Slot] = []
    while slot := await _first_waiting(quota_id):
        if not await _grab(quota_id, slot.amount_fen):
            break
        await _turn(slot.id, WAITING, HELD, at)
        moved.append(slot)
    return moved


async def of_year(offer: str, city: City, at: datetime) -> Quota:
    """This year's quota of an offer, locked; its limits follow the city's data when these change.

    The first time in a year, those who still waited from the year before come along, in their order.
    """
    year = str(day_of(at).year)
    capacity, budget = limits(offer, city, at)
    quota, new = await Quota.get_or_create(
        offer=offer, period=year, defaults={"capacity": capacity, "budget_fen": budget}
    )
    await _lock(quota.id)
    if new:
        await _carry_over(quota)
    elif (quota.capacity, quota.budget_fen) != (capacity, budget):
        await Quota.filter(id=quota.id).update(capacity=capacity, budget_fen=budget)
    return quota


def limits(offer: str, city: City, at: datetime) -> tuple[int | None, int | None]:
    """Places a year and money a year (fen); None where there is no limit."""
    known, std = offers()[offer], city.standards(day_of(at))
    budget = None if known.budget_yuan is None else known.budget_yuan * 100
    name = known.capacity_of.get(std.at.year)
    try:
        return (std.integer(name) if name else known.capacity), budget
    except NotInForce:
        return known.capacity, budget


def most_for_one(offer: str, city: City, at: datetime) -> int | None:
    """The most money one household may get of this help, in fen."""
    name = offers()[offer].most_of
    return city.standards(day_of(at)).fen(name) if name else None


async def room(offer: str, city: City, at: datetime) -> int | None:
    """How many places are left this year; None when there is no limit."""
    capacity, _ = limits(offer, city, at)
    if capacity is None:
        return None
    quota = await Quota.get_or_none(offer=offer, period=str(day_of(at).year))
    return max(0, capacity - (quota.used if quota else 0))


async def place_of(case: Case, offer: str, *, holder: str = "") -> Place | None:
    """Where the family stands with this offer; None when it never asked, or no longer does."""
    mine = Slot.filter(quota__offer=offer, holder=holder or case.household).exclude(state=FREED)
    slot = await mine.order_by("-id").first()
    if slot is None:
        return None
    return Place(slot.state, await _ahead(slot) if slot.state == WAITING else 0)


async def _carry_over(quota: Quota) -> None:
    waiting = Slot.filter(quota__offer=quota.offer, quota__period__lt=quota.period, state=WAITING)
    for slot in await waiting.order_by("since", "id"):
        await Slot.filter(id=slot.id).update(quota_id=quota.id)


async def _first_waiting(quota_id: int) -> Slot | None:
    waiting = Slot.filter(quota_id=quota_id, state=WAITING).order_by("since", "id")
    return await waiting.first().prefetch_related("case", "quota")


async def _grab(quota_id: int, amount_fen: int) -> bool:
    """One place and its money, in one statement: nobody can come in between."""
    found = await raw(
        "UPDATE quota SET used = used + 1, spent_fen = spent_fen + ? WHERE id = ? "
        "AND (capacity IS NULL OR used < capacity) "
        "AND (budget_fen IS NULL OR spent_fen + ? <= budget_fen) RETURNING used",
        [amount_fen, quota_id, amount_fen],
    )
    return bool(found)


async def _lock(quota_id: int) -> None:
    """One after the other on one quota, until the transaction ends."""
    await raw("UPDATE quota SET used = used WHERE id = ? RETURNING id", [quota_id])


async def _turn(slot_id: int, old: str, new: str, at: datetime) -> bool:
    changed = await Slot.filter(id=slot_id, state=old).update(state=new, changed_at=at)
    return bool(changed)


async def _ahead(slot: Slot) -> int:
    waiting = Slot.filter(quota_id=slot.quota_id, state=WAITING)
    earlier = await waiting.filter(since__lt=slot.since).count()
    return earlier + await waiting.filter(since=slot.since, id__lt=slot.id).count()
