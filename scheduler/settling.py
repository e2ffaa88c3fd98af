"""Later data against what is open: cases settle, findings close. Unknown changes nothing.

Every open finding is looked at; only those about which tonight says something are loaded.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from core.cases import proof
from core.cases.states import SHUT
from core.store.casework import Case, Finding
from core.store.database import atomically, raw

Row = Mapping[str, Any]
NOTHING: Row = {"still": None, "proven": None}


@dataclass(frozen=True)
class Known:
    """One open finding, as far as the night needs it."""

    id: int
    monitor: str
    subject: str
    case: int | None
    held: str


async def known(monitors: Sequence[str]) -> list[Known]:
    """Every open finding of these monitors, and of the cases they have to do with."""
    if not monitors:
        return []
    marks = ", ".join("?" for _ in monitors)
    rows = await raw(
        "SELECT id, monitor, subject, case_id, held FROM finding WHERE closed_on IS NULL "
        f"AND (monitor IN ({marks}) OR case_id IN (SELECT case_id FROM finding "
        f"WHERE closed_on IS NULL AND monitor IN ({marks}))) ORDER BY id",
        [*monitors, *monitors],
    )
    return [Known(r["id"], r["monitor"], r["subject"], r["case_id"], r["held"]) for r in rows]


async def settle_cases(
    known: list[Known], rows: Mapping[str, Mapping[str, Row]], *, at: date, now: datetime
) -> list[str]:
    """Judge every open finding by tonight's row, a case by all of its; whose findings closed."""
    by_case: dict[int, list[tuple[Known, Row]]] = defaultdict(list)
    over: list[Known] = []
    for one in known:
        row = rows.get(one.monitor, {}).get(one.subject, NOTHING)
        if one.case is not None:
            by_case[one.case].append((one, row))
        elif row["still"] is False:
            over.append(one)
    closed = [one.monitor for one in over]
    await atomically(partial(_close, [one.id for one in over], at, "gone"))
    for case, pairs in by_case.items():
        if any(row["still"] is False or row["proven"] for _, row in pairs):
            closed += await atomically(partial(_settle, case, pairs, at, now))
    return closed


async def _settle(
    case_id: int, pairs: list[tuple[Known, Row]], at: date, now: datetime
) -> list[str]:
    """Settle one case with all its open findings; the monitors whose findings closed."""
    case = await Case.get(id=case_id)
    still = [row["still"] for _, row in pairs]
    proven = [bool(row["proven"]) for _, row in pairs]
    if case.state not in SHUT:
        gone = all(said is False for said in still)
        first = [bool(row["proven"]) for f, row in pairs if f.monitor == case.monitor]
        rest = all(p or s is False for p, s in zip(proven, still, strict=True))
        solved = any(proven) and all(first) and rest
        await proof.settle(case, still_true=False if gone else None, proven=solved, at=now)
    over = [one for one, row in pairs if _over(case, row)]
    await _close([one.id for one in over], at, case.why_closed if case.state in SHUT else "gone")
    return [one.monitor for one in over]


def _over(case: Case, row: Row) -> bool:
    """A finding is over with its case."""
    return case.state in SHUT and (row["still"] is False or case.why_closed in ("helped", "mended"))


async def _close(findings: list[int], at: date, why: str) -> None:
    for start in range(0, len(findings), 500):
        some = Finding.filter(id__in=findings[start : start + 500])
        await some.update(closed_on=at, why_closed=why)
