"""The days a made-up town lives through, as numpy days; nothing here reads the clock."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]

FIRST = np.datetime64("2022-01-01")  # the year the seed's totals belong to
NEVER = np.datetime64("NaT", "D")
EPOCH = date(1970, 1, 1).toordinal()
HISTORY_DAYS = 426  # fourteen months: what rules look back on, and a little more


@dataclass(frozen=True)
class Span:
    """Deliveries from *first* to *last*; *before* is how far back the first delivery tells."""

    first: np.datetime64
    last: np.datetime64

    @property
    def before(self) -> np.datetime64:
        return self.first - HISTORY_DAYS

    @property
    def first_date(self) -> date:
        return date.fromordinal(int(self.first.astype(int)) + EPOCH)

    @property
    def last_date(self) -> date:
        return date.fromordinal(int(self.last.astype(int)) + EPOCH)

    @property
    def years(self) -> list[int]:
        """The calendar years with deliveries."""
        return list(range(self.first_date.year, self.last_date.year + 1))

    def days(self) -> Days:
        """Every day with deliveries."""
        return np.arange(self.first, self.last + 1)

    def months(self) -> Days:
        """The first day of every month from *before* to *last*."""
        months = np.arange(self.before.astype("M8[M]"), self.last.astype("M8[M]") + 1)
        return months.astype("M8[D]")


def span(years: int) -> Span:
    """*years* whole calendar years from 2022 on."""
    last = (FIRST.astype("M8[Y]") + years).astype("M8[D]") - 1
    return Span(FIRST, last)


def month_of(days: Days) -> Days:
    """The first day of the month of each day."""
    return days.astype("M8[M]").astype("M8[D]")


def months_later(days: Days, months: Numbers | int) -> Days:
    """The same day of the month *months* later; the 28th at most, so that it always exists."""
    start = days.astype("M8[M]")
    day = np.minimum((days - start.astype("M8[D]")).astype(np.int64), 27)
    found: Days = (start + np.asarray(months, dtype="m8[M]")).astype("M8[D]") + day.astype("m8[D]")
    return found


def years_old(born: Days, on: Days | np.datetime64) -> Numbers:
    """Age in full years, the birthday itself counts."""
    day = np.asarray(on, dtype="M8[D]")
    years = day.astype("M8[Y]").astype(np.int64) - born.astype("M8[Y]").astype(np.int64)
    early = day - day.astype("M8[Y]") < birthday_in_year(born, day)
    found: Numbers = years - early.astype(np.int64)
    return found


def birthday_in_year(born: Days, day: Days) -> Days:
    """How many days into the year of *day* the birthday lies."""
    months = (born.astype("M8[M]") - born.astype("M8[Y]").astype("M8[M]")).astype(np.int64)
    month = day.astype("M8[Y]").astype("M8[M]") + months.astype("m8[M]")
    offset = (born - born.astype("M8[M]").astype("M8[D]")).astype(np.int64)
    latest = ((month + 1).astype("M8[D]") - month.astype("M8[D]")).astype(np.int64) - 1
    birthday = month.astype("M8[D]") + np.minimum(offset, latest).astype("m8[D]")
    found: Days = birthday - day.astype("M8[Y]").astype("M8[D]")
    return found


def birthday(born: Days, age: int) -> Days:
    """The day each person reaches *age*; 29 February becomes 28 February."""
    year = born.astype("M8[Y]") + age
    found: Days = year.astype("M8[D]") + birthday_in_year(born, year.astype("M8[D]"))
    return found
