"""Conditions people added to a monitor after they saw its false alarms: data, not code.

A guard makes a monitor silent where a column is surely a value; unknown stays a hit. It only keeps
new findings away; what is open goes on by the monitor's own condition. With every guard the
version of the monitor changes, so that it is judged anew.
"""

from datetime import date

from core.monitoring.where import Where
from core.store.monitoring import Guard


async def in_force(day: date) -> dict[str, tuple[Where, ...]]:
    """The guards of each monitor on that day, in the order they came."""
    found: dict[str, tuple[Where, ...]] = {}
    for row in await Guard.filter(since__lte=day).order_by("id"):
        if row.until is None or day < row.until:
            found[row.monitor] = (*found.get(row.monitor, ()), Where(row.column, row.value))
    return found
