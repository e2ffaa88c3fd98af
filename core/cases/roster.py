"""The rosters: who is to be seen by when, kept as turns; done by a message or a tap, missed ones found.

    due → done (somebody told us, or a register says so) | excused (in hospital, no longer on the list)
    due → missed (its day is over) → done, while its week or month lasts

A patrol or a child's visit can be made up within its period only; a review and an agreement always.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from core import audit, outbox
from core.access import NotAllowed, Thing, Who, lives_there, may
from core.clock import at_time, day_of
from core.store.helping import Turn
from core.store.people import Account

__all__ = [
    "Turn",
    "done",
    "in_time",
    "looked",
    "missed_in",
    "missed_of",
    "open_of",
    "quiet",
    "seen_today",
    "tell",
    "tried",
    "turn_for",
]

OPEN = ("due", "missed")
LASTING = ("review", "agreement")
MONITORS = {"patrol": "MON-14", "child": "MON-51", "review": "MON-34"}
WEEK, LONG = timedelta(days=7), timedelta(days=31)


def in_time(turn: Turn, day: date) -> bool:
    """Whether it can still be done: a week's patrol on any day of that week, and so on."""
    if turn.kind == "patrol":
        year, week, _ = day.isocalendar()
        return turn.period == f"{year}-W{week:02}"
    return turn.kind != "child" or turn.period == f"{day:%Y-%m}"


async def open_of(who: Who, *, at: datetime) -> list[Turn]:
    """What this worker can still do: of each person the next, the most pressing first.

    Whoever was seen today waits for another day.
    """
    day = day_of(at)
    today = Turn.filter(state="done", done_at__gte=at_time(day, 0))
    seen = {(t["kind"], t["subject"]) for t in await today.values("kind", "subject")}
    first: dict[tuple[str, str], Turn] = {}
    for turn in await _mine(who, OPEN, day):
        if in_time(turn, day) and (turn.kind, turn.subject) not in seen:
            first.setdefault((turn.kind, turn.subject), turn)
    return sorted(first.values(), key=lambda turn: (turn.due, turn.region, turn.id))


async def missed_of(who: Who, *, at: datetime) -> list[Turn]:
    """What was missed in the last month where this person works, the newest first."""
    found = await _mine(who, ("missed",), day_of(at))
    return sorted(found, key=lambda turn: (turn.due, turn.id), reverse=True)


async def seen_today(who: Who, *, at: datetime) -> list[Turn]:
    """Whom this worker has seen today."""
    return await Turn.filter(state="done", by_id=who.id, done_at__gte=at_time(day_of(at), 0))


async def _mine(who: Who, states: Sequence[str], day: date) -> list[Turn]:
    """Of his places; a restricted line's own people have its turns on their list, and no others."""
    places = {(d.area, d.line) for d in who.duties if d.holds(day) and d.role in ("grid", "office")}
    lasting = Q(due__gte=day - LONG) | Q(kind__in=LASTING)
    found: dict[int, Turn] = {}
    for area, line in places:
        rows = Turn.filter(lasting, state__in=states, region__startswith=area, line=line)
        for turn in await rows.order_by("number", "id"):
            if _may(who, turn, day):
                found[turn.id] = turn
    return list(found.values())


def _may(who: Who, turn: Turn, day: date) -> bool:
    thing = Thing(region=turn.region, line=turn.line, household=turn.household)
    return may(who, "work_case", thing, day) and not lives_there(who, turn.household)


async def turn_for(number: int, who: Who, *, at: datetime) -> Turn:
    """The turn of this number, if *who* may do it; raises NotAllowed, also when it is not there."""
    turn = await Turn.get_or_none(id=number)
    if turn is None or not _may(who, turn, day_of(at)):
        raise NotAllowed
    return turn


async def done(turn: Turn, who: Who, *, at: datetime, words: str = "", how: str = "tap") -> bool:
    """Somebody was there and saw them; False when that was known, or its time is over."""
    if not in_time(turn, day_of(at)):
        return False
    told = {"words": words} if words else {}
    row = Turn(state="done", done_at=at, by_id=who.id, outcome=how, **told)
    names = ["state", "done_at", "by_id", "outcome", *told]
    changes = {name: getattr(row, name) for name in names}
    return bool(await Turn.filter(id=turn.id, state__in=(*OPEN, "excused")).update(**changes))


async def tried(turn: Turn, outcome: str, words: str) -> None:
    """Nobody was met: kept with the turn, which stays open."""
    turn.outcome, turn.words = outcome[:16], words
    await turn.save(update_fields=["outcome", "words"])


async def missed_in(area: str, day: date) -> int:
    """How many were missed in an area in the last seven days; restricted lines are nobody's count."""
    rows = Turn.filter(state="missed", region__startswith=area, line="", due__gte=day - WEEK)
    return await rows.filter(due__lt=day).count()


async def quiet(day: date) -> set[tuple[str, str]]:
    """(monitor, household) whose roster is done for now: a register that is behind raises no alert."""
    lately = at_time(day - LONG, 0)
    done_ = Turn.filter(state="done", done_at__gte=lately, kind__in=list(MONITORS))
    waiting = Turn.filter(state__in=OPEN, kind__in=list(MONITORS))
    return await _current(done_, day) - await _current(waiting, day)


async def _current(rows: QuerySet[Turn], day: date) -> set[tuple[str, str]]:
    found = await rows.only("id", "kind", "household", "period")
    return {(MONITORS[turn.kind], turn.household) for turn in found if in_time(turn, day)}


async def looked(who: Who, *, at: datetime) -> None:
    """Names were asked for: that stands in the audit trail, as every look does."""
    await audit.record(who.handle, "see_roster", who.handle, at=at)


async def tell(who: Who, stamp: str, cause: str, *, at: datetime) -> None:
    """Leave this worker the list as one live message; taps with its *stamp* bring it up to date."""
    await outbox.notify(
        await Account.get(id=who.id), "worker.roster", dedup=f"roster:{who.id}:{cause}"[:160],
        at=at, about={"stamp": stamp}, priority=outbox.ANSWER, not_before=at,
        live=f"roster:{who.id}:{stamp}",
    )  # fmt: skip
