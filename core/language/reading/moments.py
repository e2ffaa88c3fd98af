"""Days and times as people say them, told in the words of the contract: `yesterday 14:30`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.language.reading.message import Message
from core.language.reading.shelf import read, words
from core.language.reading.values import DIGITS

_N = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"


def _spoken(kind: str) -> dict[str, str]:
    """What people say -> the word of the contract."""
    shelf = read("script/moments")[kind]
    return {said: name for name, line in shelf.items() for said in words(line)}


def _longest_first(some: Iterable[str]) -> str:
    return "|".join(sorted(some, key=len, reverse=True))


_NAMED, _PARTS, _WEEKDAYS = _spoken("days"), _spoken("parts"), _spoken("weekdays")
_DAY = re.compile(
    rf"(?P<named>{_longest_first(_NAMED)})"
    rf"|(?:过)?(?P<after>{_N})天(?:后|以后|之后)|过(?P<past>{_N})天|(?P<before>{_N})天前"
    rf"|(?P<weeks>{_N})(?:个)?(?:星期|礼拜|周)(?:后|以后|之后)"
    rf"|(?P<which>下个?|上个?|这个?|本)?(?:周|星期|礼拜)(?P<week>[一二三四五六日天1-6])(?!个|户|次|天)"
    rf"|(?P<month>{_N})月(?P<day>{_N})[号日]?"
    r"|(?<!\d)(?P<md>\d{1,2}[-/.]\d{1,2})(?!\d)(?=上|下|去|，|。)"
    rf"|(?P<only>{_N})[号日](?!网格|楼|栋|线|院)"
)
_PART = re.compile(_longest_first(_PARTS))
_CLOCK = re.compile(rf"(?P<h>{_N})(?:点钟?|时|:|：)(?P<m>半|一刻|三刻|{_N})?分?")
_JUST = re.compile(
    "刚(?:刚|才)?(?=从|去|看|到|走访|上门|见|回来|过去|把|给|帮|陪|送|交到|交给|离开|走完|跑完|拎|同他|同她|跟他|跟她|和他|和她|碰)"
)
_FIRST = re.compile(
    f"[{''.join({w[0] for w in (*_NAMED, *_PARTS)})}\\d一二两三四五六七八九十过下上这本周星礼刚]"
)
_ON_THE_HOUR = re.compile(
    rf"(?:{_N})点(?:钟|半|一刻|三刻)"
)  # stands alone without a part of the day
_MEAL = re.compile("饭(?!后|前)|觉|茶")  # 中午饭 is no time


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with perhaps a time of day, at start..end of the text."""

    day: str
    time: str
    start: int
    end: int
    ahead: int | None = None  # days ahead where that follows from the words; negative for the past
    said_day: bool = True

    def __str__(self) -> str:
        return f"{self.day} {self.time}".strip()


def moments(message: Message) -> list[Moment]:
    """Every day or time of day in the message; a time of day alone means today."""
    text, found, at = message.text, [], 0
    while (first := _FIRST.search(text, at)) is not None:
        at = first.start()
        moment = _day_at(text, at) or _time_alone(text, at) or _just_now(text, at)
        if moment:
            found.append(moment)
        at = moment.end if moment else at + 1
    return found


def _day_at(text: str, at: int) -> Moment | None:
    m = _DAY.match(text, at)
    if not m or (text[at].isdigit() and text[at - 1].isdigit()):
        return None
    day, time, ahead = _day(m)
    if day is None:
        return None
    time, end = _time(text, m.end(), time)
    return Moment(day, time, at, end, ahead)


def _day(m: re.Match[str]) -> tuple[str | None, str, int | None]:
    if m["named"]:
        day, _, time = _NAMED[m["named"]].partition(" ")
        return day, time, _ahead(day)
    for group, sign, times in (("after", 1, 1), ("past", 1, 1), ("before", -1, 1), ("weeks", 1, 7)):
        if m[group] and (days := _number(m[group])):
            return f"{'+' if sign > 0 else '-'}{days * times}d", "", sign * days * times
    if m["week"]:
        return _WEEKDAYS[m["week"]], "", -1 if (m["which"] or "").startswith("上") else None
    if m["month"] or m["md"]:
        month, day = (m["month"], m["day"]) if m["month"] else re.split("[-/.]", m["md"])
        one, two = _number(month), _number(day)
        return (
            (f"{one:02d}-{two:02d}", "", None)
            if 1 <= one <= 12 and 1 <= two <= 31
            else (None, "", None)
        )
    day_of_month = _number(m["only"])
    return (_ordinal(day_of_month), "", None) if 1 <= day_of_month <= 31 else (None, "", None)


def _ahead(day: str) -> int | None:
    if day[0] in "+-":
        return int(day[:-1])
    return {"yesterday": -1, "today": 0, "just_now": 0, "tomorrow": 1}.get(day)


def _just_now(text: str, at: int) -> Moment | None:
    """刚从他家出来."""
    return (
        Moment("just_now", "", at, m.end(), 0)
        if text[at] == "刚" and (m := _JUST.match(text, at))
        else None
    )


def _time_alone(text: str, at: int) -> Moment | None:
    """上午去了: today; a clock time needs a part of the day before it to stand alone."""
    m = _PART.match(text, at) or _ON_THE_HOUR.match(text, at)
    if not m or len(m[0]) < 2 or _MEAL.match(text, m.end()):
        return None
    time, end = _time(text, at, "")
    return Moment("today", time, at, end, 0, said_day=False)


def _time(text: str, at: int, part: str) -> tuple[str, int]:
    """The time of day that follows a day."""
    at += text[at : at + 1] == "的"
    if not part and (m := _PART.match(text, at)):
        part, at = _PARTS[m[0]], m.end()
    if m := _CLOCK.match(text, at):
        clock = _clock(m, part)
        if clock:
            return clock, m.end()
    return part, at


def _clock(m: re.Match[str], part: str) -> str:
    hour = _number(m["h"])
    minute = {"半": 30, "一刻": 15, "三刻": 45, None: 0}.get(m["m"], _number(m["m"] or "0"))
    if (
        (part in ("afternoon", "evening") and hour < 12)
        or (not part and hour <= 6)
        or (part == "noon" and hour <= 2)
    ):
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""


def _number(written: str) -> int:
    """1 to 99; 0 when it is no number."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十") if "十" in written else ("", "", written)
    if ten:
        return (DIGITS.get(tens, 1) if tens else 1) * 10 + DIGITS.get(ones, 0)
    return DIGITS.get(ones, 0)


def _ordinal(day: int) -> str:
    ending = "th" if 11 <= day % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"
