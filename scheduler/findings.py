"""What a night's verdicts mean: findings open and close, families get one case, old cases settle.

Running the same day twice changes nothing: a finding is unique by monitor, subject and day, and an
open one is never opened again. Unknown changes nothing either way. What is found about one family in one
night becomes one case, so that one person goes there once; a red finding, or one for a restricted
line, stays a case of its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl

from core.cases import proof
from core.cases.brief import Found, Piece
from core.cases.opening import open_case
from core.cases.states import SHUT
from core.city import City
from core.store.casework import Case, Finding
from core.store.database import atomically
from scheduler.monitors.judging import Verdicts
from scheduler.monitors.shelf import Monitor

Row = dict[str, Any]
Names = dict[str, dict[str, str]]
RED = "红"


@dataclass
class Tally:
    """What happened with one monitor's findings that night."""

    opened: int = 0
    closed: int = 0


@dataclass(frozen=True)
class New:
    """One hit that is not open yet."""

    monitor: Monitor
    row: Row

    @property
    def group(self) -> tuple[str, str, str]:
        """What may share a case: one family, one line; red ones and their monitors stand alone."""
        alone = self.monitor.id if self.row["colour"] == RED else ""
        return self.row["household"], self.monitor.watch.line, alone


@dataclass
class Night:
    """One night's bookkeeping over all monitors."""

    city: City
    at: date
    now: datetime
    names: Names
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))


async def settle_all(told: Iterable[Verdicts], night: Night) -> dict[str, Tally]:
    """Settle what is open, then open what is new; how many of each monitor."""
    verdicts = list(told)
    known = await Finding.filter(closed_on=None).prefetch_related("case")
    held = {(finding.monitor, finding.subject) for finding in known}
    rows = {v.monitor.id: _rows(v, held) for v in verdicts}
    await _settle_cases(known, rows, night)
    groups: dict[tuple[str, str, str], list[New]] = defaultdict(list)
    for verdict in verdicts:
        for subject, row in rows[verdict.monitor.id].items():
            if row["says"] and (verdict.monitor.id, subject) not in held:
                found = New(verdict.monitor, row)
                groups[found.group].append(found)
    for group in groups.values():
        await _open(group, night)
    return night.tallies


def _rows(verdicts: Verdicts, held: set[tuple[str, str]]) -> dict[str, Row]:
    """The rows that matter tonight, by subject: hits, and whoever has an open finding."""
    watched = [subject for monitor, subject in held if monitor == verdicts.monitor.id]
    frame = verdicts.frame.filter(pl.col("says") | pl.col("subject").is_in(watched))
    return {row["subject"]: row for row in frame.iter_rows(named=True)}


async def _settle_cases(
    known: list[Finding], rows: dict[str, dict[str, Row]], night: Night
) -> None:
    """Every open finding against tonight's row; a case is judged by all its findings."""
    by_case: dict[int | None, list[tuple[Finding, Row]]] = defaultdict(list)
    for finding in known:
        row = rows.get(finding.monitor, {}).get(finding.subject)
        by_case[finding.case_id].append((finding, row or {"still": None, "proven": None}))
    for pairs in by_case.values():
        for monitor in await atomically(lambda pairs=pairs: _settle(pairs, night)):  # type: ignore[misc]
            night.tallies[monitor].closed += 1


async def _settle(pairs: list[tuple[Finding, Row]], night: Night) -> list[str]:
    """Settle one case with all its open findings; the monitors whose findings closed."""
    case = pairs[0][0].case
    still = [row["still"] for _, row in pairs]
    proven = [bool(row["proven"]) for _, row in pairs]
    if case is not None and case.state not in SHUT:
        gone = all(said is False for said in still)
        first = [bool(row["proven"]) for f, row in pairs if f.monitor == case.monitor]
        rest = all(p or s is False for p, s in zip(proven, still, strict=True))
        solved = any(proven) and all(first) and rest
        await proof.settle(case, still_true=False if gone else None, proven=solved, at=night.now)
    closed = []
    for finding, row in pairs:
        if _over(case, row):
            why = case.why_closed if case is not None and case.state in SHUT else "gone"
            await Finding.filter(id=finding.id).update(closed_on=night.at, why_closed=why)
            closed.append(finding.monitor)
    return closed


def _over(case: Case | None, row: Row) -> bool:
    """A finding is over with its case, or, in a case of several, when its own reason is gone."""
    if case is not None and case.state in SHUT:
        return row["still"] is False or case.why_closed == "helped"
    return case is None and row["still"] is False


async def _open(group: list[New], night: Night) -> None:
    """One case for what is new about a family tonight; what cools down or flares up aside."""

    async def work() -> list[str]:
        fresh = []
        for new in group:
            last = await _last(new)
            if last and last.closed_on and _cooling(last, new.monitor.watch.quiet_days, night.at):
                continue
            if last and last.case and last.case.why_closed in ("helped", "withdraw"):
                await _wake(new, last.case, night)
            else:
                fresh.append(new)
        if fresh:
            await _open_case(fresh, night)
        return [new.monitor.id for new in fresh]

    for monitor in await atomically(work):
        night.tallies[monitor].opened += 1


async def _last(new: New) -> Finding | None:
    return (
        await Finding.filter(monitor=new.monitor.id, subject=new.row["subject"])
        .order_by("-id")
        .first()
        .prefetch_related("case")
    )


async def _wake(new: New, case: Case, night: Night) -> None:
    """The same need is back: its case flares up with its history."""
    await proof.flare_up(case, at=night.now)
    await _find(new, case, night)
    night.tallies[new.monitor.id].opened += 1


async def _open_case(fresh: list[New], night: Night) -> None:
    found = [_found(new, night.names) for new in fresh]
    case = await open_case(found[0], night.city, at=night.now, also=found[1:])
    for new in fresh:
        await _find(new, case, night)


async def _find(new: New, case: Case, night: Night) -> None:
    await Finding.create(
        monitor=new.monitor.id,
        version=new.monitor.watch.version,
        subject=new.row["subject"],
        household=new.row["household"],
        opened_on=night.at,
        case=case,
    )


def _cooling(last: Finding, quiet_days: int, at: date) -> bool:
    """A person said it is false, or it was just dealt with: no second alarm for a while."""
    if last.why_closed in ("withdraw", "gone"):
        return False
    return last.closed_on is not None and at < last.closed_on + timedelta(days=quiet_days)


def _found(new: New, names: Names) -> Found:
    row = new.row
    return Found(
        brief=new.monitor.brief(),
        subject=row["subject"],
        household=row["household"],
        person=row["person"],
        region=row["region"] or "",
        colour=row["colour"] or "黄",
        names=names.get(row["subject"], {}),
        evidence=tuple(
            Piece(show.what, _words(row.get(f"shown.{show.column}")), show.class_id, "")
            for show in new.monitor.watch.shows
        ),
    )


def _words(value: Any) -> str:
    if value is None:
        return "不清楚"
    if isinstance(value, bool):
        return "有" if value else "没有"
    return str(value)
