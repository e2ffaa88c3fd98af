"""What a night's verdicts mean for findings and cases: new ones open, old ones settle.

Running the same day twice changes nothing: a finding is unique by monitor, subject and day, and an
open one is never opened again. Unknown changes nothing either way.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl

from core.cases import proof
from core.cases.brief import Found, Piece
from core.cases.opening import open_case
from core.cases.states import SHUT
from core.city import City
from core.store.casework import Finding
from core.store.database import atomically
from scheduler.monitors.judging import Verdicts

Row = dict[str, Any]
Names = dict[str, dict[str, str]]


@dataclass
class Tally:
    """What happened with one monitor's findings that night."""

    opened: int = 0
    closed: int = 0
    reopened: int = 0


async def settle_all(
    verdicts: Verdicts, names: Names, city: City, *, at: date, now: datetime
) -> Tally:
    """Bring the findings of one monitor up to the day *at*; each case in its own transaction."""
    tally = Tally()
    rows = {row["subject"]: row for row in verdicts.frame.iter_rows(named=True) if _matters(row)}
    monitor = verdicts.monitor.id
    open_now = await Finding.filter(monitor=monitor, closed_on=None).prefetch_related("case")
    looked_at = _subjects_seen(verdicts, open_now)
    for finding in open_now:
        row = rows.get(finding.subject) or looked_at.get(finding.subject)
        if row is not None:
            tally.closed += await _settle(finding, row, at=at, now=now)
    known = {finding.subject for finding in open_now}
    for subject, row in rows.items():
        if row["says"] and subject not in known:
            await _open(verdicts, row, names, city, tally, at=at, now=now)
    return tally


def _matters(row: Row) -> bool:
    return row["says"] is True or row["proven"] is True


def _subjects_seen(verdicts: Verdicts, findings: list[Finding]) -> dict[str, Row]:
    """The rows of subjects with an open finding, whatever the monitor says of them now."""
    wanted = [finding.subject for finding in findings]
    seen = verdicts.frame.filter(pl.col("subject").is_in(wanted))
    return {row["subject"]: row for row in seen.iter_rows(named=True)}


async def _settle(finding: Finding, row: Row, *, at: date, now: datetime) -> int:
    """Close, withdraw or leave one finding; 1 when it closed."""

    async def work() -> int:
        case = finding.case
        if case is not None and case.state not in SHUT:
            await proof.settle(case, still_true=row["says"], proven=row["proven"], at=now)
        if case is not None and case.state not in SHUT:
            return 0
        if row["says"] is not False and (case is None or case.why_closed != "helped"):
            return 0
        why = case.why_closed if case else "gone"
        await Finding.filter(id=finding.id).update(closed_on=at, why_closed=why)
        return 1

    return await atomically(work)


async def _open(
    verdicts: Verdicts, row: Row, names: Names, city: City, tally: Tally, *, at: date, now: datetime
) -> None:
    """A new finding: a new case, the old one awake again, or silence while it cools down."""
    monitor = verdicts.monitor

    async def work() -> str:
        last = (
            await Finding.filter(monitor=monitor.id, subject=row["subject"])
            .order_by("-id")
            .first()
            .prefetch_related("case")
        )
        if last and last.closed_on and _cooling(last, monitor.watch.quiet_days, at):
            return "quiet"
        fresh = await Finding.create(
            monitor=monitor.id,
            version=monitor.watch.version,
            subject=row["subject"],
            household=row["household"],
            opened_on=at,
        )
        if last and last.case and last.case.why_closed in ("helped", "withdraw"):
            fresh.case = last.case
            await proof.flare_up(last.case, at=now)
            await fresh.save()
            return "reopened"
        fresh.case = await open_case(_found(verdicts, row, names), city, at=now)
        await fresh.save()
        return "opened"

    done = await atomically(work)
    tally.opened += done == "opened"
    tally.reopened += done == "reopened"


def _cooling(last: Finding, quiet_days: int, at: date) -> bool:
    """A person said it is false, or it was just dealt with: no second alarm for a while."""
    if last.why_closed in ("withdraw", "gone"):
        return False
    return last.closed_on is not None and at < last.closed_on + timedelta(days=quiet_days)


def _found(verdicts: Verdicts, row: Row, names: Names) -> Found:
    monitor = verdicts.monitor
    return Found(
        brief=monitor.brief(),
        subject=row["subject"],
        household=row["household"],
        person=row["person"],
        region=row["region"] or "",
        colour=row["colour"] or "黄",
        names=names.get(row["subject"], {}),
        evidence=tuple(
            Piece(show.what, _words(row.get(f"shown.{show.column}")), show.class_id, "")
            for show in monitor.watch.shows
        ),
    )


def _words(value: Any) -> str:
    if value is None:
        return "不清楚"
    if isinstance(value, bool):
        return "有" if value else "没有"
    return str(value)
