"""Read one cell as officials write it: dates, amounts, yes and no, ID numbers.

Every function takes text that is not blank and gives the value, or raises Unreadable with a
sentence for the department. Columns call these only for cells their fast path cannot read.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from core.clock import SHANGHAI
from core.intake.problem import Unreadable

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
NOTHING = frozenset(
    {"", "-", "--", "—", "——", "/", "\\", "\\n", "null", "none", "nan", "n/a", "#n/a"}
    | {"#value!", "#ref!", "无", "空", "不详", "未知", "暂无"}
)
FOR_EVER = frozenset({"长期", "永久", "长期有效", "永久有效"})
FAR = date(9999, 12, 31)
EARLIEST = date(1900, 1, 1)

NO_DATE = "认不出日期，请写成 2022-07-01"
NO_SUCH_DAY = "没有这一天，请核对日期"
NO_MOMENT = "认不出时间，请写成 2022-07-01 08:30"
NO_MONTH = "认不出月份，请写成 2022-07"
NO_NUMBER = "认不出数，请写成 1070.00"
NO_WHOLE = "认不出整数，请写成 3"
TOO_LARGE = "这个数大得不可能，请核对"
NO_BOOL = "认不出是或否，请写“是”或“否”"
NO_ID = "不是身份证号，应是 18 位（旧号 15 位）"
NO_CHECK = "身份证号末位校验不对，请核对是否抄错"
NO_BIRTH = "身份证号里的出生日期不存在，请核对"
ROUNDED_ID = "身份证号被表格软件改成了数字，末几位已丢，请把这一列设为文本后重新导出"
NO_OP = "认不出增改删标志，请写 add、upd 或 del"

_DATE = re.compile(r"(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})[日号]?(?:[T ]*(\d.*))?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_MONTH = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|(\d\d))")
_TIME = re.compile(
    r"(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::?(\d{1,2})秒?(?:\.(\d{1,9}))?)?"
    r"(Z|[+-]\d\d:?\d\d)?"
)
_NUMBER = re.compile(r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d*)?(?:e([+-]?\d{1,2}))?(百|千|万|亿)?")
_UNIT = re.compile(r"(元(/[年月人])?|[人次天月个件级分辆套户张股亩度]|小时|平方米|m[23]|kwh|%)$")
_TIMES = {None: 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 73_051)  # 1954-10-03 to 2099-12-31; smaller numbers are more often years
_YES = frozenset({"是", "1", "true", "t", "y", "yes", "有", "√", "对", "已", "1.0"})
_NO = frozenset({"否", "0", "false", "f", "n", "no", "无", "×", "x", "没有", "未", "不是", "0.0"})
_OPS = {
    "add": {"add", "a", "i", "insert", "新增", "增加", "增", "添加"},
    "upd": {"upd", "u", "m", "update", "modify", "修改", "更新", "变更", "改"},
    "del": {"del", "d", "delete", "删除", "注销", "删"},
}
_OP = {word: op for op, words in _OPS.items() for word in words}
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LIMIT = Decimal(10) ** 13
_INT64 = Decimal(9) * 10**18


def plain(text: str) -> str:
    """Full-width forms made narrow, invisible characters and surrounding blanks removed."""
    return unicodedata.normalize("NFKC", text).translate(INVISIBLE).strip().lstrip("'").strip()


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


def read_bool(text: str) -> bool:
    cell = plain(text).lower()
    if cell in _YES or cell in _NO:
        return cell in _YES
    raise Unreadable(NO_BOOL)


def read_op(text: str) -> str:
    try:
        return _OP[plain(text).lower()]
    except KeyError:
        raise Unreadable(NO_OP) from None


def read_id(text: str) -> str:
    """The 18 places of a citizen's ID number, checked; a number of 15 places is brought up to 18.

    Neither the province nor the county is checked: codes change, people keep their number.
    """
    cell = re.sub(r"[\s-]", "", plain(text)).upper()
    if re.fullmatch(r"\d{15}", cell):
        cell = f"{cell[:6]}19{cell[6:]}"
        cell += check_digit(cell)
    if not re.fullmatch(r"\d{17}[\dX]", cell):
        raise Unreadable(ROUNDED_ID if re.fullmatch(r"\d(\.\d+)?E\+?\d+", cell) else NO_ID)
    _born(cell)
    if cell[17] != check_digit(cell):
        raise Unreadable(ROUNDED_ID if cell.endswith("00") else NO_CHECK)
    return cell


def check_digit(cell: str) -> str:
    """The 18th place of an ID number (ISO 7064, mod 11-2)."""
    total = sum(w * int(d) for w, d in zip(WEIGHTS, cell, strict=False))
    return "10X98765432"[total % 11]


def looks_like_id(cell: str) -> bool:
    """Whether somebody meant an ID number here, right or wrong."""
    return bool(re.fullmatch(r"\d{15}|\d{17}[\dXx]|\d(\.\d+)?[Ee]\+?\d+", cell))


def _born(cell: str) -> None:
    try:
        born = date(int(cell[6:10]), int(cell[10:12]), int(cell[12:14]))
    except ValueError:
        born = date.min
    if born < EARLIEST:
        raise Unreadable(NO_BIRTH)


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


def _number(cell: str) -> Decimal:
    cell = cell.replace(" ", "").removeprefix("¥").removeprefix("rmb")
    negative = cell.startswith("(") and cell.endswith(")")
    found = _NUMBER.fullmatch(_UNIT.sub("", cell.strip("()")))
    if not found:
        raise Unreadable(NO_NUMBER)
    sign, whole, part, power, times = found.groups()
    value = Decimal(f"{sign}{whole.replace(',', '')}{part or ''}e{power or 0}") * _TIMES[times]
    return -value if negative else value
