"""Days, months, moments, amounts and counts."""

from datetime import date
from functools import partial

import polars as pl

from core.intake import cells
from core.intake.columns.column import Column, only, rescue

FUTURE = "日期晚于收到日，请核对"
TOO_OLD = "日期早于 1900 年，请核对"
NEGATIVE = "不该是负数，请核对"
_DAY = r"^\d{4}-\d\d-\d\d$"
_MONTH = r"^\d{4}-\d\d$"
_MOMENT = r"^\d{4}-\d\d-\d\d [0-2]\d:[0-5]\d:[0-5]\d$"
_AMOUNT = r"^[+-]?\d{1,15}(\.\d{1,6})?$"


def day(cells_: pl.Series, observed: date, *, future: bool) -> Column:
    clean = cells_.str.strip_chars()
    fast = only(clean, _DAY).str.to_date("%Y-%m-%d", strict=False)
    return _dated(rescue(clean, fast, partial(cells.read_date, future=future)), observed, future)


def month(cells_: pl.Series, observed: date, *, future: bool) -> Column:
    clean = cells_.str.strip_chars()
    fast = (only(clean, _MONTH) + "-01").str.to_date("%Y-%m-%d", strict=False)
    return _dated(rescue(clean, fast, cells.read_month), observed, future)


def moment(cells_: pl.Series, observed: date, *, future: bool) -> Column:
    clean = cells_.str.strip_chars()
    plain = only(clean, _MOMENT)
    fast = plain.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False, time_unit="us")
    return _dated(rescue(clean, fast, cells.read_moment), observed, future)


def decimal(cells_: pl.Series, scale: int, *, negative: bool) -> Column:
    """Multiples of 1/scale (a million at most); the fast path takes only what needs no rounding."""
    clean = cells_.str.strip_chars()
    amounts = only(clean, _AMOUNT).cast(pl.Decimal(24, 6), strict=False)
    millionths = (amounts * 1_000_000).cast(pl.Int64, strict=False)
    step = 1_000_000 // scale
    exact = millionths % step == 0
    fast = (millionths // step).to_frame().select(pl.when(exact).then(pl.first()))
    read = rescue(clean, fast.to_series(), partial(cells.read_number, scale=scale))
    return read if negative else read.also(read.values < 0, NEGATIVE)


def whole(cells_: pl.Series, *, negative: bool) -> Column:
    clean = cells_.str.strip_chars()
    read = rescue(clean, clean.cast(pl.Int64, strict=False), cells.read_whole)
    return read if negative else read.also(read.values < 0, NEGATIVE)


def _dated(read: Column, observed: date, future: bool) -> Column:
    days = read.values.cast(pl.Date)
    read = read.also(days < cells.EARLIEST, TOO_OLD)
    return read if future else read.also(days > observed, FUTURE)
