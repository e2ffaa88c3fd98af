"""07:25: what waited its turn and fits into today's eight cards a worker goes out."""

from datetime import datetime
from typing import Any

from core.house import House
from core.monitoring import turns

NAME = "turns"
EVERY = "25 7 * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    return {"let_out": await turns.let_out(house.city, at=due)}
