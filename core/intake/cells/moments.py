"""Days, months and moments in all the ways lists write them."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from core.clock import SHANGHAI
from core.intake.cells.words import plain
from core.intake.problem import Unreadable

FOR_EVER = frozenset({"长期", "永久", "长期有效", "永久有效"})
FAR = date(9999, 12, 31)
EARLIEST = date(1900, 1, 1)
NO_DATE = "认不出日期，请写成 2022-07-01"
NO_SUCH_DAY = "没有这一天，请核对日期"
NO_MOMENT = "认不出时间，请写成 2022-07-01 08:30"
NO_MONTH = "认不出月份，请写成 2022-07"
_DATE = re.compile(r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})[日号]?(?:[T ]*(\d.*))?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_MONTH = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|(\d\d))")
_TIME = re.compile(
    r"(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::?(\d{1,2})秒?(?:\.(\d{1,9}))?)?"
    r"(Z|[+-]\d\d:?\d\d)?"
)
_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 73_051)  # 1954-10-03 to 2099-12-31; smaller numbers are more often years


def read_date(text: str, *, future: bool = False) -> date:
    """2022-07-01, 2022/7/1, 2022.7.1, 2022年7月1日, 20220701, 44743 (Excel), with or without a time.

    *future*: "长期" is a day too, the last one there is.
    """
    cell = plain(text)
    if future and cell in FOR_EVER:
        return FAR
    return _moment(cell, NO_DATE).date()


def read_moment(text: str) -> datetime:
    """A date with a time of day in Shanghai; without one it is midnight."""
    return _moment(plain(text), NO_MOMENT)


def read_month(text: str) -> date:
    """The first day of 2022-07, 202207, 2022年7月, or of the month of any date."""
    cell = plain(text)
    if found := _MONTH.fullmatch(cell):
        return _day(int(found[1]), int(found[2] or found[3]), 1)
    return _moment(cell, NO_MONTH).date().replace(day=1)


def _moment(cell: str, sentence: str) -> datetime:
    if found := _DATE.fullmatch(cell):
        return _at_time(_day(int(found[1]), int(found[3]), int(found[5])), found[6], sentence)
    if found := _COMPACT.fullmatch(cell):
        clock = ":".join(found.groups()[3:]) if found[4] else None
        return _at_time(_day(int(found[1]), int(found[2]), int(found[3])), clock, sentence)
    if (found := _SERIAL.fullmatch(cell)) and int(found[1]) in _SERIALS:
        return _serial(int(found[1]), found[2])
    raise Unreadable(sentence)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(NO_SUCH_DAY) from None


def _serial(days: int, fraction: str | None) -> datetime:
    """An Excel serial number, to the second."""
    day = _EPOCH + timedelta(days=days)
    seconds = round(Decimal(f"0.{fraction or 0}") * 86_400)
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001


def _at_time(day: date, clock: str | None, sentence: str) -> datetime:
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time in Shanghai
    if clock is None:
        return start
    found = _TIME.fullmatch(clock.strip())
    if not found:
        raise Unreadable(sentence)
    hours, minutes, seconds = (int(found[n] or 0) for n in (1, 2, 3))
    if hours > 23 or minutes > 59 or seconds > 59:
        raise Unreadable(sentence)
    micros = int((found[4] or "0").ljust(6, "0")[:6])
    moment = start.replace(hour=hours, minute=minutes, second=seconds, microsecond=micros)
    return _in_shanghai(moment, found[5]) if found[5] else moment


def _in_shanghai(moment: datetime, offset: str) -> datetime:
    aware = datetime.fromisoformat(f"{moment.isoformat()}{offset.replace('Z', '+00:00')}")
    return aware.astimezone(SHANGHAI).replace(tzinfo=None)
