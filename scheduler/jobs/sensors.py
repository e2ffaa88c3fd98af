"""Every five minutes: every sensor once, for what shows by time alone: no movement, no sign of life."""

from datetime import datetime
from typing import Any

from core.devices import storing
from core.house import House
from scheduler.sensing import SENSORS, Sensing

NAME = "sensors"
EVERY = "*/5 * * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Judge all sensors as of now; where nothing of the kind was ever told, there is nothing to do."""
    sensing = Sensing(house)
    handled = await sensing.drain()
    view = house.facts.view(due.date())
    told = any(view.last_delivery(c) for c in SENSORS[:2]) or await storing.heard(house.clock())
    if told:
        await sensing.sensors(house.clock())
    return {"events": handled, "looked": bool(told)}
