"""Every minute: nobody answered in time, so somebody else hears of it.

Which cases are late is one look at their alarms; each is rung in a transaction of its own, and asked
again there, so that whoever acted meanwhile is not chased.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any

from core.cases.ringing import ring, ring_call
from core.cases.states import OPEN
from core.house import House
from core.store.casework import Call, Case
from core.store.database import atomically

NAME = "clocks"
EVERY = "* * * * *"
ROUNDS = 3  # a rung that fell due while the one before was told


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Ring every alarm that is due; how many people were told."""
    told = 0
    for _ in range(ROUNDS):
        late = await _late(due)
        for work in late:
            told += await atomically(work)
        if not late:
            break
    return {"escalated": told}


async def _late(due: datetime) -> list[Callable[[], Awaitable[int]]]:
    cases = await Case.filter(state__in=OPEN, alarm_at__lte=due).order_by("alarm_at", "id")
    calls = await Call.filter(case__state__in=OPEN, alarm_at__lte=due).order_by("alarm_at", "id")
    return [
        *(partial(ring, case, at=due) for case in cases),
        *(partial(ring_call, call, at=due) for call in calls),
    ]
