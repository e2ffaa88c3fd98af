"""Working time in China, with its holidays and the Saturdays worked in exchange (调休).

Red matters know no office hours. Everything else counts hours and days that are worked: 24 hours
given on a Friday at 15:00 end on the next working day at 15:00.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

import chinese_calendar

from core.clock import SHANGHAI, local

DAY_BEGINS, DAY_ENDS = time(8, 30), time(18, 0)


@cache
def is_workday(day: date) -> bool:
    """Whether offices work that day; beyond the published years, Monday to Friday."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def add_hours(start: datetime, hours: int, *, red: bool = False) -> datetime:
    """*hours* later; unless red, whole days off do not count."""
    if red:
        return start + timedelta(hours=hours)
    moment = local(start)
    if not is_workday(moment.date()):
        moment = datetime.combine(next_workday(moment.date()), DAY_BEGINS, SHANGHAI)
    left = timedelta(hours=hours)
    while True:
        midnight = datetime.combine(moment.date() + timedelta(days=1), time(0), SHANGHAI)
        if left < midnight - moment:
            return moment + left
        left -= midnight - moment
        moment = datetime.combine(next_workday(moment.date()), time(0), SHANGHAI)


def add_days(start: datetime, days: int, *, red: bool = False) -> datetime:
    """The end of the office day, *days* working days later (red: calendar days, same hour)."""
    if red:
        return start + timedelta(days=days)
    day = local(start).date()
    for _ in range(days):
        day = next_workday(day)
    return datetime.combine(day, DAY_ENDS, SHANGHAI)


def next_workday(day: date) -> date:
    day += timedelta(days=1)
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def quiet_until(moment: datetime, start: time, end: time) -> datetime:
    """*moment* itself, or when the quiet hours it falls into are over."""
    here = local(moment)
    clock = here.time()
    if start <= clock:
        return datetime.combine(here.date() + timedelta(days=1), end, SHANGHAI)
    if clock < end:
        return datetime.combine(here.date(), end, SHANGHAI)
    return moment
