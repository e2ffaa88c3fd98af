"""Numbers as people write them: 一千二, 1.2万, 两三百, 八十好几, 不到两千, 快七十.

A number that is not exact is a range. The reading follows the conventions of the contract:
八十几 is 80 to 89, 两千多 is 2,000 to 2,999, 不到两千 is 0 to 2,000, 快七十 is 65 to 70, while
左右, 大概 and 来 leave the number itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.language.reading.shelf import read, words
from core.language.reading.values import SCALES, bounds_of

_H = "零一二两三四五六七八九十百千万亿几"
_RUN = (
    rf"(?:\d{{1,9}}(?:\.\d{{1,4}})?(?:[万千百亿wk](?![a-z])[\d{_H}]{{0,8}})?"
    rf"|[{_H}]{{1,16}}|半|好几[百千万十]{{1,2}}|[上成][百千万]{{1,2}}|[俩仨])"
)
_NUMBER = re.compile(
    r"(?P<before>奔|不到|不足|不满|少于|低于|不超过|最多|至多|快要|快|将近|接近|差不多|超过|多于|高于|至少|起码|好|大概|大约|约)?"
    rf"(?P<run>{_RUN})"
    r"(?P<fuzz>好几|大几|多|几|余|来|(?<=[百千万])把)?"
    r"(?:(?P<scale>[万千百亿]{1,2}(?![a-z]))(?P<tail>[一二三四五六七八九](?![一二三四五六七八九十百千万几多年个]))?)?"
)
_MONTHLY = re.compile("[百千万].*[十百千万]?一$")
_LINK = re.compile(r"(?:到|至|-|——|或者?|、)(?!底)")
_EDGE = re.compile(r"[a-z\d.]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: low and high are equal when it was said exactly."""

    low: float
    high: float
    start: int
    end: int
    written: str

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def value(self) -> "int | float | dict[str, int | float]":
        """As the contract wants it: a number, or a range."""
        low, high = plain(self.low), plain(self.high)
        return low if self.exact else {"min": low, "max": high}


def plain(number: float) -> int | float:
    """3.0 is told as 3."""
    return int(number) if float(number).is_integer() else round(number, 4)


@cache
def _stops() -> re.Pattern[str]:
    kept = sorted(words(read("script/not_numbers")["words"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, kept)))


def numbers(text: str) -> list[Number]:
    """Every number of the text, from left to right; those joined by 到 are one range."""
    taken = {i for m in _stops().finditer(text) for i in range(*m.span())}
    found: list[Number] = []
    for number in _single(text, taken):
        if found and (joined := _joined(text, found[-1], number)):
            found[-1] = joined
        else:
            found.append(number)
    return found


def _single(text: str, taken: set[int]) -> Iterator[Number]:
    for m in _NUMBER.finditer(text):
        start = m.start("run")
        if (
            start in taken
            or _EDGE.match(text[start - 1 : start])
            or m["run"] in ("十百", "百千", "千万")
        ):
            continue
        bounds, end = _bounds(m), m.end()
        if _MONTHLY.search(m["run"]) and text.startswith("个月", m.end("run")):
            bounds, end = bounds_of(m["run"][:-1], "", "", ""), m.end("run") - 1  # 两千零八十一个月
        if bounds is None and len(m["run"]) > 2 and m["run"][-1] == "一":
            bounds, end = bounds_of(m["run"][:-1], "", "", ""), m.end("run") - 1  # 八十七一个人
        if bounds is None:
            continue
        low, high = _hedged(m["before"] or "", *bounds)
        yield Number(low, high, start, end, text[m.start() : end])


def _bounds(m: re.Match[str]) -> tuple[float, float] | None:
    return bounds_of(m["run"], m["fuzz"] or "", m["scale"] or "", m["tail"] or "")


def _joined(text: str, one: Number, two: Number) -> Number | None:
    """一千二到一千五: two numbers with a link and nothing else between them."""
    between = text[one.end : two.start]
    if not (
        _LINK.fullmatch(between)
        or (between and _LINK.fullmatch(between[1:]) and between[0] in "块元岁级")
    ):
        return None
    low = one.low
    if (
        low < two.low
        and low < 10 <= two.high
        and one.written[-1:] not in "十百千万"
        and _scaled(two.written)
    ):
        low *= _scaled(two.written)
    if not low < two.high:
        return None
    return Number(low, two.high, one.start, two.end, text[one.start : two.end])


def _scaled(written: str) -> int:
    return SCALES.get(written[-1], 0)


def _hedged(before: str, low: float, high: float) -> tuple[float, float]:
    if before in ("不到", "不足", "不满", "少于", "低于", "不超过", "最多", "至多"):
        return (0, high)
    if before in ("快", "快要", "将近", "接近", "奔") and low == high and high >= 10:
        return (high - 5, high) if high <= 120 else (high * 9 // 10, high)
    return (low, high)
