"""What was so last time: only differences are written, and only they are news.

The first time a benefit is looked at, everybody due it is on the list and nobody is news. When its rule
has changed, whoever becomes due by it is: policy finds people. What cannot be told tonight stays as
it was. What is over is kept for a year and a bit, so that the table stays small.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from core.store.database import atomically, raw, raw_many
from core.store.marks import Mark
from core.store.takeup import Entitled
from core.takeup.reckoning import Due, Key

KEPT = timedelta(days=400)
MARK = "takeup:"
OVER = "UPDATE entitled SET gone_on = ? WHERE id = ?"


@dataclass(frozen=True)
class Counted:
    """One benefit tonight: who is due it, who newly is, for whom it is over, of whom nobody can tell."""

    benefit: str
    due: int
    new: int
    gone: int
    unknown: int

    def to_json(self) -> dict[str, Any]:
        return {**vars(self)}


async def keep(due: Due, versions: dict[str, str], at: date, *, now: datetime) -> list[Counted]:
    """Bring the list up to *at*; running a day twice changes nothing."""
    known = await _known()
    wanted: dict[Key, tuple[str, str]] = {
        (benefit, subject): (household, region or "")
        for benefit, subject, household, region in due.rows.iter_rows()
    }
    looked_at = {m.name.removeprefix(MARK) for m in await Mark.filter(name__startswith=MARK)}
    fresh = [
        Entitled(
            benefit=benefit, subject=subject, household=home[0], region=home[1], since=at,
            version=versions.get(benefit, ""), new=benefit in looked_at, seen_on=at,
        )
        for (benefit, subject), home in wanted.items()
        if (benefit, subject) not in known
    ]  # fmt: skip
    fresh = await _not_back_the_same_day(fresh, at)
    missing = known.keys() - wanted.keys()
    over = [known[key] for key in missing - due.doubtful(missing)]
    await atomically(partial(_write, fresh, over, due, versions, at, now))
    return await _counts(due, over, known, at)


async def _known() -> dict[Key, int]:
    rows = await raw("SELECT id, benefit, subject FROM entitled WHERE gone_on IS NULL")
    return {(row["benefit"], row["subject"]): row["id"] for row in rows}


async def _not_back_the_same_day(fresh: list[Entitled], at: date) -> list[Entitled]:
    """What was there this very day, went and is back is one and the same line."""
    there = {(e.benefit, e.subject): e.id for e in await Entitled.filter(since=at)} if fresh else {}
    back = [there[e.benefit, e.subject] for e in fresh if (e.benefit, e.subject) in there]
    if back:
        await Entitled.filter(id__in=back).update(gone_on=None)
    return [e for e in fresh if (e.benefit, e.subject) not in there]


async def _write(
    fresh: list[Entitled],
    over: list[int],
    due: Due,
    versions: dict[str, str],
    at: date,
    now: datetime,
) -> None:
    await Entitled.bulk_create(fresh, batch_size=1000)
    await raw_many(OVER, [[at, number] for number in over])
    for benefit in due.benefits:
        told = {"value": versions.get(benefit, ""), "at": now}
        await Mark.update_or_create(name=f"{MARK}{benefit}", defaults=told)
    await Entitled.filter(gone_on__lt=at - KEPT).delete()


async def _counts(due: Due, over: list[int], known: dict[Key, int], at: date) -> list[Counted]:
    total = Counter(due.rows["benefit"])
    new = Counter(e.benefit for e in await Entitled.filter(since=at, new=True, gone_on=None))
    ended = set(over)
    gone = Counter(key[0] for key, number in known.items() if number in ended)
    return [Counted(b, total[b], new[b], gone[b], n) for b, n in due.unknown.items()]
