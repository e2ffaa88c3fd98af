"""Every quarter of an hour: is every open case moving, or has somebody been told?"""

from datetime import datetime
from typing import Any

from core.cases.auditing import audit
from core.house import House

NAME = "auditor"
EVERY = "*/15 * * * *"


async def run(house: House, due: datetime) -> dict[str, Any]:
    """Look over all open cases, mend what was missed, leave the heartbeat."""
    return await audit(due)
