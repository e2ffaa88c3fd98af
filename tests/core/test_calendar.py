"""Working time in China: holidays, Saturdays worked in exchange, red matters, quiet hours."""

from datetime import date, time, timedelta

import pytest

from core.calendar import add_days, add_hours, is_workday, quiet_until
from core.clock import iso, parse_moment

WORKED_WEEKENDS = {
    2022: "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    2023: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}
HOLIDAYS_ON_WEEKDAYS = {
    2022: "01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12 "
    "10-03 10-04 10-05 10-06 10-07",
    2023: "01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 "
    "10-02 10-03 10-04 10-05 10-06",
    2024: "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 "
    "09-17 10-01 10-02 10-03 10-04 10-07",
    2025: "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 "
    "10-02 10-03 10-06 10-07 10-08",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 "
    "09-25 10-01 10-02 10-05 10-06 10-07",
}


@pytest.mark.parametrize("year", WORKED_WEEKENDS)
def test_every_day_of_the_year_is_what_the_state_council_said(year):
    """The notices' exceptions are written out; every other day follows its weekday."""
    worked = {date.fromisoformat(f"{year}-{d}") for d in WORKED_WEEKENDS[year].split()}
    off = {date.fromisoformat(f"{year}-{d}") for d in HOLIDAYS_ON_WEEKDAYS[year].split()}
    day = date(year, 1, 1)
    while day.year == year:
        expected = day in worked or (day.weekday() < 5 and day not in off)
        assert is_workday(day) == expected, day
        day += timedelta(days=1)


def test_beyond_the_published_years_weekdays_are_worked():
    assert is_workday(date(2040, 10, 1)) == (date(2040, 10, 1).weekday() < 5)


@pytest.mark.parametrize(
    ("start", "hours", "red", "end"),
    [
        ("2022-07-15T02:30", 24, False, "2022-07-18T02:30:00+08:00"),  # Friday → Monday
        ("2022-07-15T02:30", 24, True, "2022-07-16T02:30:00+08:00"),
        ("2022-09-30T15:00", 24, False, "2022-10-08T15:00:00+08:00"),  # over the golden week
        ("2022-07-16T10:00", 4, False, "2022-07-18T12:30:00+08:00"),  # given on a Saturday
        ("2022-07-14T15:00", 0, False, "2022-07-14T15:00:00+08:00"),
    ],
)
def test_hours_count_only_on_days_worked_unless_red(start, hours, red, end):
    assert iso(add_hours(parse_moment(start), hours, red=red)) == end


@pytest.mark.parametrize(
    ("start", "days", "red", "end"),
    [
        ("2022-07-15T02:30", 3, False, "2022-07-20T18:00:00+08:00"),
        ("2022-07-15T02:30", 3, True, "2022-07-18T02:30:00+08:00"),
        ("2022-09-30T10:00", 1, False, "2022-10-08T18:00:00+08:00"),
    ],
)
def test_days_end_with_the_office_day_unless_red(start, days, red, end):
    assert iso(add_days(parse_moment(start), days, red=red)) == end


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2022-07-15T02:30", "2022-07-15T07:30:00+08:00"),
        ("2022-07-15T07:30", "2022-07-15T07:30:00+08:00"),
        ("2022-07-15T20:59", "2022-07-15T20:59:00+08:00"),
        ("2022-07-15T21:00", "2022-07-16T07:30:00+08:00"),
    ],
)
def test_quiet_hours_pass_midnight(moment, until):
    assert iso(quiet_until(parse_moment(moment), time(21), time(7, 30))) == until
