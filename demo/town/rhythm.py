"""When each class is delivered: every day, on its weekday, on its day of the month.

A row told to its department on some day leaves with the first delivery after the department has
worked on it; what was told before the town begins comes with the first delivery of all.
"""

from functools import cache
from zlib import crc32

import numpy as np

from core.sources import Source, sources
from demo.town.span import Days, Numbers, Span

QUARTERS, HALVES, TERMS = (1, 4, 7, 10), (1, 7), (3, 10)
YEARLY_MONTH = 2
LATEST_DAY = 25


def delivery_days(class_id: str, span: Span) -> Days:
    """Every day this class is delivered, the first day of all included."""
    source = sources()[class_id]
    if source.frequency in ("daily", "realtime", "on_demand"):
        return span.days()
    if source.frequency == "weekly":
        weekday = _number(class_id, 7)
        days = span.days()
        chosen = days[(days.astype(np.int64) + 3) % 7 == weekday]
    else:
        chosen = _in_months(source, span)
    return np.union1d([span.first], chosen)


def _in_months(source: Source, span: Span) -> Days:
    months = np.arange(span.first.astype("M8[M]"), span.last.astype("M8[M]") + 1)
    number = months.astype(np.int64) % 12 + 1
    wanted = {
        "quarterly": QUARTERS,
        "half_yearly": HALVES,
        "term": TERMS,
        "yearly": (YEARLY_MONTH,),
    }
    if source.frequency in wanted:
        months = months[np.isin(number, wanted[source.frequency])]
    day = day_of_month(source.class_id)
    chosen: Days = months.astype("M8[D]") + day - 1
    return chosen[chosen > span.first]


@cache
def day_of_month(class_id: str) -> int:
    """The day of the month on which a class comes: as late as its allowed lag, or a little before."""
    lag = sources()[class_id].lag_days
    return max(min(lag, LATEST_DAY) - _number(class_id, 4), 3)


def observed(class_id: str, told: Days, span: Span, extra: Numbers | int = 0) -> Days:
    """The delivery each row leaves with; null for what leaves after the last one."""
    days = delivery_days(class_id, span)
    ready = np.maximum(told + _working_days(class_id, len(told)) + extra, span.first)
    ready[told < span.first] = span.first
    place = np.searchsorted(days, ready)
    late = place >= len(days)
    found = days[np.minimum(place, len(days) - 1)]
    found[late | np.isnat(told)] = np.datetime64("NaT")
    return found


def _working_days(class_id: str, many: int) -> Numbers:
    """How long a department works on a row: for daily classes up to the allowed lag, mostly a day."""
    source = sources()[class_id]
    if source.frequency == "realtime" or source.lag_days == 0:
        return np.zeros(many, np.int64)
    longest = source.lag_days if source.frequency == "daily" else 1
    turn = (np.arange(many) * 2_654_435_761 + crc32(class_id.encode())) >> 7
    found: Numbers = np.minimum(1 + (turn % 8 == 0) * (longest - 1), longest).astype(np.int64)
    return found


def _number(class_id: str, below: int) -> int:
    return crc32(class_id.encode()) % below
