"""Proof that nothing is forgotten: every open case moved, or somebody was told, or will be in time.

A case is well when its next alarm lies ahead, or fell due so lately that the clocks have not come
round yet. Its history must be whole: as many steps as it counts. What is not well is rung here and now
and its alarm set anew, so that the auditor does not only find, but mend.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.cases import clocks
from core.cases.ringing import ring
from core.cases.states import OPEN, hold
from core.clock import iso
from core.store.casework import Case
from core.store.database import atomically, raw
from core.store.marks import Mark
from core.store.timetable import Job

MARK = "auditor"
GRACE = timedelta(minutes=30)
SILENT = timedelta(hours=1)
_OPEN = ", ".join(f"'{state}'" for state in OPEN)
STUCK = f"""
SELECT id FROM "case" WHERE state IN ({_OPEN}) AND (alarm_at IS NULL OR alarm_at < ?) ORDER BY id
"""
STUCK_CALLS = f"""
SELECT c.id FROM call c JOIN "case" k ON k.id = c.case_id
WHERE k.state IN ({_OPEN}) AND c.state IN ('called', 'accepted') AND c.alarm_at < ?
"""
TORN = f"""
SELECT k.id FROM "case" k LEFT JOIN (SELECT case_id, COUNT(*) AS n, MAX(number) AS last
  FROM step GROUP BY case_id) s ON s.case_id = k.id
WHERE k.state IN ({_OPEN}) AND (COALESCE(s.n, 0) <> k.steps OR COALESCE(s.last, 0) <> k.steps)
"""


@dataclass(frozen=True)
class Audited:
    """One look over all open cases: ids of those without an alarm ahead, with a torn history."""

    at: datetime
    open: int
    stuck: tuple[int, ...]
    calls: int
    torn: tuple[int, ...]

    @property
    def well(self) -> bool:
        return not (self.stuck or self.calls or self.torn)


async def look(at: datetime) -> Audited:
    """Three questions to the database, whatever the number of cases."""
    before = at - GRACE
    counted = await raw(f'SELECT COUNT(*) AS n FROM "case" WHERE state IN ({_OPEN})')
    return Audited(
        at=at,
        open=counted[0]["n"],
        stuck=tuple(row["id"] for row in await raw(STUCK, [before])),
        calls=len(await raw(STUCK_CALLS, [before])),
        torn=tuple(row["id"] for row in await raw(TORN)),
    )


async def audit(at: datetime) -> dict[str, Any]:
    """Look, mend, look again, and leave the heartbeat; the report."""
    found = await look(at)
    for case_id in found.stuck:
        await atomically(lambda case_id=case_id: _mend(case_id, at))  # type: ignore[misc]
    left = await look(at) if found.stuck else found
    told = {"open": found.open, "stuck": len(found.stuck), "left": len(left.stuck),
            "calls": left.calls, "torn": len(found.torn)}  # fmt: skip
    value = " ".join(f"{name}={number}" for name, number in told.items())
    await Mark.update_or_create(name=MARK, defaults={"value": value, "at": at})
    return told


async def _mend(case_id: int, at: datetime) -> None:
    """Ring a case whose alarm was missed; set one where there was none."""
    case = await hold(await Case.get(id=case_id))
    if case.state not in OPEN:
        return
    if case.alarm_at is None:
        clocks.begin(case, clocks.STAGES[case.state], at=at)
        await case.save()
    await ring(case, at=at)


@dataclass(frozen=True)
class Heartbeat:
    """When the auditor last finished, and whether it has been silent for too long."""

    at: datetime | None
    silent: bool
    found: str

    def to_json(self) -> dict[str, Any]:
        return {"at": iso(self.at), "silent": self.silent, "found": self.found}


async def heartbeat(now: datetime) -> Heartbeat:
    """Silent: nothing heard for an hour, since it last finished or should have begun.

    Where no timetable ever ran nothing is expected of it.
    """
    mark, job = await Mark.get_or_none(name=MARK), await Job.get_or_none(name=MARK)
    last = mark.at if mark else None
    since = max((moment for moment in (last, job and job.watermark) if moment), default=None)
    silent = job is not None and since is not None and now - since > SILENT
    return Heartbeat(last, silent, mark.value if mark else "")
