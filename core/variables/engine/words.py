"""The words extracts and variables are written with: days, months, the last of something."""

from datetime import date, timedelta

import polars as pl
from polars import Expr, col, lit, when


def first_of(day: date) -> date:
    return day.replace(day=1)


def months_before(day: date, months: int) -> date:
    """The same day *months* earlier; the last of the month where that month is shorter."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def month_before(day: date, months: int) -> date:
    """The first day of the month *months* before the month of *day*."""
    return first_of(months_before(first_of(day), months))


def day(name: str) -> Expr:
    """A moment or a date as a date."""
    return col(name).dt.date()


def since(when_: Expr, at: date, days: int) -> Expr:
    """Within the last *days* days, today and the first of them included."""
    return when_.is_between(at - timedelta(days=days), at)


def in_months(month: Expr, at: date, days: int) -> Expr:
    """A month that overlaps the last *days* days."""
    return month.is_between(first_of(at - timedelta(days=days)), at)


def year_back(when_: Expr, at: date) -> Expr:
    """Within the last twelve months: the anniversary itself is out."""
    return (when_ > months_before(at, 12)) & (when_ <= at)


def valid(until: Expr, at: date) -> Expr:
    """Not over yet; no end given means no end."""
    return until.is_null() | (until >= at)


def days_since(when_: Expr, at: date) -> Expr:
    return (lit(at) - when_).dt.total_days()


def full_months(when_: Expr, at: date) -> Expr:
    """Full months from a day to *at*: on the same day of the month one more is full."""
    months = (at.year * 12 + at.month) - (when_.dt.year() * 12 + when_.dt.month().cast(pl.Int32))
    return (months - (when_.dt.day() > at.day).cast(pl.Int32)).cast(pl.Int64)


def full_years(birth: Expr, at: date) -> Expr:
    """Age in full years; the birthday itself counts."""
    later = (birth.dt.month().cast(pl.Int32) * 100 + birth.dt.day()) > (at.month * 100 + at.day)
    return (at.year - birth.dt.year() - later.cast(pl.Int32)).cast(pl.Int64)


def last(name: str, by: str = "data_date") -> Expr:
    """The value of the newest record; of several of that day the one with the greatest number, so
    that a day can be replayed whatever order its records lie in."""
    return col(name).sort_by(by, "record_id").last()


def amount_if(condition: Expr, amount: str) -> Expr:
    """Sum of the amounts of the records that count."""
    return when(condition).then(col(amount)).sum()


def some(condition: Expr) -> Expr:
    """Whether any record says so; one that does not say leaves it open."""
    return condition.any(ignore_nulls=False)


def most_alike(kind: Expr, counted: Expr) -> Expr:
    """Of the records that count, how many are of the commonest kind; those without one are alike."""
    return kind.filter(counted).unique_counts().max().fill_null(0).cast(pl.Int64)


def sure(condition: Expr) -> Expr:
    """True or false: what is unknown does not count as evidence."""
    return condition.fill_null(False)


def share(part: Expr, whole: Expr) -> Expr:
    """Basis points, rounded down, between 0 and 10000; all of nothing is everything."""
    return (part * 10_000 // whole.clip(lower_bound=1)).clip(0, 10_000)
