"""Away from a day to a day: what would be his goes to the stand-in, with the rights it needs.

Without a stand-in nobody is there in his place: the next wider area takes over, or it is said aloud
that nobody is on duty.
"""

from datetime import date, datetime, timedelta
from typing import Any

from core import audit
from core.access import DutyOf
from core.problems import Problem
from core.store.database import raw
from core.store.people import Account, Leave

HOPS = 3  # a stand-in may be away himself


class BadLeave(Problem, ValueError):
    """A leave that cannot be."""


async def take_leave(
    account: Account, since: date, until: date, stand_in: Account | None, *, at: datetime
) -> Leave:
    """*account* is away from *since* to *until*, both included; one already noted is changed."""
    if until < since:
        raise BadLeave(f"请假的日子反了：{since} 到 {until}。请把早的写在前面。")
    if stand_in is not None and stand_in.id == account.id:
        raise BadLeave(f"{account.handle} 不能代自己。请写另一个账号，或不写 --stand-in。")
    leave, _ = await Leave.update_or_create(
        account=account, since=since, defaults={"until": until, "stand_in": stand_in}
    )
    why = f"{since} {until} {stand_in.handle if stand_in else ''}"
    await audit.record("operator", "leave", account.handle, at=at, why=why)
    return leave


async def come_back(account: Account, on: date, *, at: datetime) -> int:
    """Back on *on*: what was noted from that day on is taken back; how many leaves changed."""
    changed = 0
    for leave in await Leave.filter(account=account, until__gte=on):
        changed += 1
        if leave.since >= on:
            await leave.delete()
        else:
            leave.until = on - timedelta(days=1)
            await leave.save()
    await audit.record("operator", "leave_over", account.handle, at=at, why=on.isoformat())
    return changed


async def away_on(on: date) -> dict[int, Account | None]:
    """Everybody who is away that day, with his stand-in or None."""
    found = Leave.filter(since__lte=on, until__gte=on).order_by("id")
    return {leave.account_id: leave.stand_in for leave in await found.select_related("stand_in")}


def instead(account: Account, away: dict[int, Account | None]) -> Account | None:
    """The account, or whoever stands in for it; None when there is nobody."""
    there: Account | None = account
    for _ in range(HOPS):
        if there is None or there.id not in away:
            break
        there = away[there.id]
    gone = there is not None and (there.id in away or not there.active)
    return None if gone else there


DUTIES = """
SELECT d.role, d.area, d.unit, d.line, d.household, d.since, d.until,
  0 AS lent_by, NULL AS away, NULL AS back FROM duty d WHERE d.account_id = ?
UNION ALL
SELECT d.role, d.area, d.unit, d.line, '', d.since, d.until, l.account_id, l.since, l.until
FROM leave l JOIN account a ON a.id = l.account_id AND a.active
JOIN duty d ON d.account_id = l.account_id WHERE l.stand_in_id = ?
"""


async def duties_of(account_id: int) -> tuple[DutyOf, ...]:
    """Every duty of this account, and those it has only while it stands in for somebody.

    Asked with every message that comes in, so it is one question.
    """
    rows = await raw(DUTIES, [account_id, account_id])
    return tuple(duty for row in rows if (duty := _duty(row)))


def _duty(row: dict[str, Any]) -> DutyOf | None:
    since, until = _day(row["since"]), _day(row["until"])
    away, back = _day(row["away"]), _day(row["back"])
    if away and back:
        over = back + timedelta(days=1)
        since, until = max(since or away, away), min(over, until) if until else over
    if since is None or (until and since >= until and row["lent_by"]):
        return None
    return DutyOf(
        row["role"], row["area"], row["unit"], row["line"], row["household"], since, until,
        lent_by=row["lent_by"],
    )  # fmt: skip


def _day(told: date | str | None) -> date | None:
    """A day as this database tells it: SQLite as text."""
    return date.fromisoformat(told) if isinstance(told, str) else told
