"""Messages whose time went by before they could be sent: nobody waits for them any more, somebody must know."""

from datetime import datetime, timedelta

from core.clock import day_of
from core.store.mail import Outbox
from core.store.people import Duty

LATELY = timedelta(days=1)


async def unsent(area: str, now: datetime) -> int:
    """How many of the last day were meant for people who work in *area*, or were about its cases."""
    rows = Outbox.filter(state="expired", expires_at__gt=now - LATELY, expires_at__lte=now)
    found = await rows.prefetch_related("case")
    if not found:
        return 0
    day, people = day_of(now), {row.account_id for row in found if row.account_id}
    there = Duty.filter(account_id__in=people, area__startswith=area, since__lte=day)
    mine = {duty.account_id for duty in await there}  # type: ignore[attr-defined]
    return sum(
        row.account_id in mine or bool(row.case and row.case.region.startswith(area))
        for row in found
    )
