"""Before morning: who is better off, and once a week and month how poor in how many ways.

Both take a while on a whole city, so they are worked out beside the event loop and kept by day.
"""

import asyncio
from datetime import datetime
from typing import Any

from core.clock import day_of
from core.desk import better, spread
from core.house import House
from core.store.database import atomically

NAME, WEEKLY, MONTHLY = "better", "spread-week", "spread-month"
EVERY, EVERY_WEEK, EVERY_MONTH = "30 5 * * *", "0 4 * * mon", "15 4 1 * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Families better off, as of the day."""
    day = day_of(due)
    found = await better.proven(day)
    told = await asyncio.to_thread(better.compared, house.facts, house.city, day, found)
    told = better.with_followed(told, await better.followed(day))
    towns = await atomically(lambda: better.keep(day, told))
    return {"day": day.isoformat(), "matters": len(found), "towns": towns}


async def run_week(house: House, due: datetime) -> dict[str, Any]:
    return await _spread("week", house, due)


async def run_month(house: House, due: datetime) -> dict[str, Any]:
    return await _spread("month", house, due)


async def _spread(period: spread.Period, house: House, due: datetime) -> dict[str, Any]:
    """H, A and M0 of every town as of the day."""
    day = day_of(due)
    told = await asyncio.to_thread(spread.measured, house.facts, house.city, day)
    places = await atomically(lambda: spread.keep(period, day, told))
    return {"day": day.isoformat(), "places": places}
