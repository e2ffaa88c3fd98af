"""The rosters brought up to the registers, at night: new turns, what registers know, what was missed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from core.cases.roster_due import Due, Known
from core.clock import day_of
from core.store.helping import Turn

NAMED = timedelta(days=60)  # so long a turn knows what its person is called
TOGETHER = 500
Key = tuple[str, str, str, int]
Names = dict[str, dict[str, str]]


async def unknown(found: Iterable[Due]) -> list[Due]:
    """Those that have no turn yet."""
    wanted = {due.key: due for due in found}
    have = await _kept({due.period for due in wanted.values()})
    return [due for key, due in wanted.items() if key not in have]


async def keep(known: Known, names: Names, *, at: datetime) -> dict[str, int]:
    """Bring the rosters up to the registers; again, nothing changes. Inside a transaction.

    *names*: by subject, what the new ones are called, sealed with them.
    """
    have = await _kept({due.period for due in known.found})
    new = [due for due in known.found if due.key not in have]
    await Turn.bulk_create([_turn(due, names, at) for due in new], ignore_conflicts=True)
    moves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for due in known.found:
        id_, state = have.get(due.key, (0, due.state))
        if due.state != state != "done" and (state, due.state) != ("missed", "due"):
            moves[state, due.state].append(id_)
    for (before, after), ids in moves.items():
        await _move(ids, before, after, at)
    left = await _left(known, day_of(at))
    await _move(left, "due", "excused", at)
    missed = await Turn.filter(state="due", due__lt=day_of(at)).update(state="missed")
    await Turn.filter(due__lt=day_of(at) - NAMED).exclude(names=None).update(names=None)
    return {"new": len(new), "left": len(left), "missed": missed}


async def _kept(periods: Collection[str]) -> dict[Key, tuple[int, str]]:
    rows = Turn.filter(period__in=list(periods)) if periods else Turn.filter(id=0)
    told = await rows.values("id", "kind", "subject", "period", "number", "state")
    return {
        (row["kind"], row["subject"], row["period"], row["number"]): (row["id"], row["state"])
        for row in told
    }


def _turn(due: Due, names: Names, at: datetime) -> Turn:
    return Turn(
        kind=due.kind, subject=due.subject, household=due.household, region=due.region,
        line=due.line, period=due.period, number=due.number, due=due.due, state=due.state,
        done_at=at if due.state == "done" else None,
        outcome="register" if due.state == "done" else "", names=names.get(due.subject),
    )  # fmt: skip


async def _move(ids: Sequence[int], before: str, after: str, at: datetime) -> None:
    """A person may have been quicker: only what still is as it was."""
    told = {"done_at": at, "outcome": "register"} if after == "done" else {}
    for start in range(0, len(ids), TOGETHER):
        some = Turn.filter(id__in=ids[start : start + TOGETHER], state=before)
        await some.update(state=after, **told)


async def _left(known: Known, day: date) -> list[int]:
    """Open turns of whoever is no longer due anything by a register that speaks for the day."""
    still = {due.key for due in known.found}
    rows = Turn.filter(state="due", due__gte=day, kind__in=list(known.fresh))
    return [
        row["id"]
        for row in await rows.values("id", "kind", "subject", "period", "number")
        if (row["kind"], row["subject"], row["period"], row["number"]) not in still
    ]
