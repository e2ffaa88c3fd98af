"""08:00: every supervisor gets the morning of his area."""

from datetime import datetime
from typing import Any

from core import accounts, outbox
from core.clock import day_of
from core.freshness import late_sources
from core.house import House
from core.store.database import atomically
from core.store.people import Duty

NAME = "digest"
EVERY = "0 8 * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Leave one digest per supervisor and area for the day of *due*; repeats change nothing."""
    day = day_of(due)
    stale = [late.class_id for late in late_sources(house.facts.view(day))]

    async def work() -> int:
        told = 0
        for duty in await Duty.filter(role="supervisor").prefetch_related("account"):
            if duty.since > day or (duty.until and duty.until <= day):
                continue
            account = await accounts.present(duty.account, day)
            told += await outbox.notify(
                account,
                "supervisor.digest",
                dedup=f"digest:{day}:{duty.area}:{account.id}",
                at=due,
                about={"day": due.isoformat(), "area": duty.area, "stale": stale},
                priority=outbox.DIGEST,
            )
        return told

    return {"day": day.isoformat(), "told": await atomically(work), "stale": len(stale)}
