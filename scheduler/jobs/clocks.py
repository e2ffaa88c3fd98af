"""Every few minutes: nobody answered in time, so somebody else hears of it.

An answer overdue is reminded once, then told to the town's office, then to the supervisors; each
step once. Red matters are checked the same way, their limits are just shorter.
"""

from datetime import datetime, timedelta
from typing import Any

from core import accounts, outbox
from core.cases.states import BEFORE_VISIT, OPEN, WAITING, advance
from core.house import House
from core.store.casework import Case
from core.store.database import atomically

NAME = "clocks"
EVERY = "*/5 * * * *"
OFFICE_AFTER, BOSS_AFTER = timedelta(hours=4), timedelta(hours=8)


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Remind and escalate what is overdue as of *due*."""
    done = 0
    for case in await Case.filter(state__in=OPEN):
        done += await atomically(lambda case=case: _check(case, house, due))  # type: ignore[misc]
    return {"escalated": done}


async def _check(case: Case, house: House, now: datetime) -> int:
    """The steps this case is due for, each once: (limit, role told, notice)."""
    limit = case.answer_due if case.state in WAITING else case.visit_due
    if limit is None or case.state not in BEFORE_VISIT or now < limit:
        return 0
    told = 0
    for wait, role in (
        (timedelta(0), "grid"),
        (OFFICE_AFTER, "office"),
        (BOSS_AFTER, "supervisor"),
    ):
        if now >= limit + wait:
            told += await _tell(case, role, house, now)
    if told:
        await advance(case, "escalate", at=now, detail={"told": told})
    return told


async def _tell(case: Case, role: str, house: House, now: datetime) -> int:
    polite = outbox.polite_time(now, house.city.standards(now.date()), red=case.colour == "红")
    told = 0
    for account in await accounts.with_duty(
        now.date(), roles=(role,), covering=case.region, line=case.line
    ):
        told += await outbox.notify(
            account,
            "worker.late",
            dedup=f"late:{case.id}:{case.state}:{role}:{account.id}",
            at=now,
            case=case,
            priority=outbox.SOON,
            not_before=polite,
        )
    return told
