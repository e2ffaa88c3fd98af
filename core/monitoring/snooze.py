"""One kind of alert about one family stays silent for a while, because somebody who knows it said so.

Never for red: what is urgent comes whatever was said. It ends by itself on its day, everybody concerned
can see it, and a tap takes it back.
"""

from datetime import date, datetime, timedelta

from core import audit
from core.access import NotAllowed, Thing, Who, may
from core.city import Standards
from core.clock import day_of
from core.problems import Problem
from core.store.casework import Case, Finding
from core.store.monitoring import Snooze

RED = "红"


class NotForRed(Problem, ValueError):
    """A red matter cannot be put off."""


async def put_off(
    case: Case, who: Who, until: date, *, how: str, at: datetime, longest: int
) -> list[Snooze]:
    """What this case is about stays silent for this family up to the day before *until*.

    *how*: words, button or operator; *longest*: days. Raises NotAllowed, NotForRed.
    """
    if not may(who, "work_case", Thing(region=case.region, line=case.line), day_of(at)):
        raise NotAllowed
    if case.colour == RED:
        raise NotForRed("红色的事不能往后放。")
    day = day_of(at)
    end = min(until, day + timedelta(days=longest))
    monitors = {case.monitor, *await Finding.filter(case=case).values_list("monitor", flat=True)}
    kept = [await _keep(case, str(m), who, day, end, how, at) for m in sorted(map(str, monitors))]
    await audit.record(who.handle, "snooze", case.number, at=at, why=f"{how} {end}")
    return kept


async def _keep(
    case: Case, monitor: str, who: Who, day: date, end: date, how: str, at: datetime
) -> Snooze:
    standing = await Snooze.filter(
        monitor=monitor, household=case.household, until__gt=day, cancelled_at=None
    ).first()
    if standing:
        await Snooze.filter(id=standing.id).update(until=end, how=how)
        standing.until, standing.how = end, how
        return standing
    return await Snooze.create(
        monitor=monitor, household=case.household, region=case.region, since=day, until=end,
        account_id=who.id, case=case, how=how, made_at=at,
    )  # fmt: skip


async def quiet(day: date) -> set[tuple[str, str]]:
    """(monitor, household) that stay silent on this day."""
    rows = Snooze.filter(since__lte=day, until__gt=day, cancelled_at=None)
    return {(row["monitor"], row["household"]) for row in await rows.values("monitor", "household")}


async def muted(case: Case, day: date) -> bool:
    """Whether reminders of this case wait: its leading reason is put off, and it is not red."""
    if case.colour == RED:
        return False
    return await Snooze.exists(
        monitor=case.monitor, household=case.household, since__lte=day, until__gt=day,
        cancelled_at=None,
    )  # fmt: skip


async def standing(who: Who, *, at: datetime) -> list[Snooze]:
    """What is put off in the areas this person works in or watches over, soonest end first."""
    day = day_of(at)
    rows = await Snooze.filter(until__gt=day, cancelled_at=None).prefetch_related("case")
    seen = [row for row in rows if _sees(who, row, day)]
    return sorted(seen, key=lambda row: (row.until, row.id))


def _sees(who: Who, row: Snooze, day: date) -> bool:
    line = row.case.line if row.case else ""
    return may(who, "see_case", Thing(region=row.region, line=line), day)


async def cancel(number: int, who: Who, *, at: datetime) -> Snooze:
    """Take it back; raises NotAllowed, also when it is not there."""
    row = await Snooze.get_or_none(id=number).prefetch_related("case")
    if row is None or not _sees(who, row, day_of(at)):
        raise NotAllowed
    if row.cancelled_at is None:
        row.cancelled_at, row.cancelled_by = at, who.handle
        await row.save()
        await audit.record(who.handle, "snooze_cancel", str(row.id), at=at)
    return row


def default_end(day: date, std: Standards) -> date:
    return day + timedelta(days=std.integer("alert_snooze_days"))
