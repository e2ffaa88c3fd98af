"""Time as people here live it: Shanghai wall time, UTC in the database.

"Now" is asked only at the edges (service, jobs, command line); everything below takes *at*.
A test clock (JPF_CLOCK=2022-07-15T08:00+08:00) starts there and moves on with real time.
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
Clock = Callable[[], datetime]


def real_clock() -> datetime:
    return datetime.now(UTC)


def clock_from(env: dict[str, str] | None = None) -> Clock:
    """The clock the environment asks for: the real one, or one that starts at JPF_CLOCK."""
    start = (os.environ if env is None else env).get("JPF_CLOCK")
    return real_clock if not start else moving_clock(parse_moment(start))


def moving_clock(start: datetime) -> Clock:
    """A clock that shows *start* now and moves on from there."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def parse_moment(text: str) -> datetime:
    """An ISO 8601 moment; without a zone it is Shanghai time. A bare day means its midnight."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def local(moment: datetime) -> datetime:
    return moment.astimezone(SHANGHAI)


def day_of(moment: datetime) -> date:
    """The calendar day in Shanghai."""
    return local(moment).date()


def at_time(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock moment in Shanghai."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)


def iso(moment: datetime | None) -> str | None:
    """How moments are told to other programs: ISO 8601 with the Shanghai offset."""
    return local(moment).isoformat(timespec="seconds") if moment else None
