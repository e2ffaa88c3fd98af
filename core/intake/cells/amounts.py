"""Amounts and counts: 1070, 1,070.00, ￥1070元, 3万, (500), 3人."""

import re
from decimal import ROUND_HALF_UP, Decimal

from core.intake.cells.words import plain
from core.intake.problem import Unreadable

NO_NUMBER = "认不出数，请写成 1070.00"
NO_WHOLE = "认不出整数，请写成 3"
TOO_LARGE = "这个数大得不可能，请核对"
_NUMBER = re.compile(r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d*)?(?:e([+-]?\d{1,2}))?(百|千|万|亿)?")
_UNIT = re.compile(r"(元(/[年月人])?|[人次天月个件级分辆套户张股亩度]|小时|平方米|m[23]|kwh|%)$")
_TIMES = {None: 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LIMIT = Decimal(10) ** 13
_INT64 = Decimal(9) * 10**18


def read_number(text: str, scale: int) -> int:
    """1070, 1,070.00, ￥1070元, 3万, (500): in units of 1/scale, half a unit rounds away from zero."""
    value = _number(plain(text).lower()) * scale
    if abs(value) >= min(_LIMIT * scale, _INT64):
        raise Unreadable(TOO_LARGE)
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def read_whole(text: str) -> int:
    """3, 3人, 3.0, 1,000; a fraction is refused."""
    try:
        value = _number(plain(text).lower())
    except Unreadable:
        raise Unreadable(NO_WHOLE) from None
    if value != value.to_integral_value():
        raise Unreadable(NO_WHOLE)
    if abs(value) >= _LIMIT:
        raise Unreadable(TOO_LARGE)
    return int(value)


def _number(cell: str) -> Decimal:
    cell = cell.replace(" ", "").removeprefix("¥").removeprefix("rmb")
    negative = cell.startswith("(") and cell.endswith(")")
    found = _NUMBER.fullmatch(_UNIT.sub("", cell.strip("()")))
    if not found:
        raise Unreadable(NO_NUMBER)
    sign, whole, part, power, times = found.groups()
    value = Decimal(f"{sign}{whole.replace(',', '')}{part or ''}e{power or 0}") * _TIMES[times]
    return -value if negative else value
