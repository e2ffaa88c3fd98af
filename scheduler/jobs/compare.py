"""05:15: families helped thirty and ninety days ago, before and after."""

from datetime import datetime
from typing import Any

from core.cases.comparing import compare
from core.clock import day_of
from core.house import House

NAME = "compare"
EVERY = "15 5 * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Every comparison due by the day, written to the cases' stories; repeats change nothing."""
    day = day_of(due)
    return {"day": day.isoformat(), **await compare(house.facts, house.city, day, at=due)}
