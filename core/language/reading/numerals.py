"""Numbers as people write them: 一千二, 1.2万, 两三百, 八十好几, 不到两千, 快七十.

A number that is not exact is a range. The reading follows the conventions of the contract:
八十几 is 80 to 89, 两千多 is 2,000 to 2,999, 不到两千 is 0 to 2,000, 快七十 is 65 to 70, while
左右, 大概 and 来 leave the number itself.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import cn2an

from core.language.reading.shelf import read, words

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "仨": 3}
_WORDS = {"半": 0.5, "俩": 2.0, "仨": 3.0}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "w": 10_000, "k": 1000}

_H = "零一二两三四五六七八九十百千万亿几"
_RUN = rf"(?:\d{{1,9}}(?:\.\d{{1,4}})?(?:[万千百亿wk](?![a-z])[\d{_H}]{{0,8}})?|[{_H}]{{1,16}}|半|好几[百千万十]{{1,2}}|[上成][百千万]{{1,2}}|[俩仨])"
_NUMBER = re.compile(
    r"(?P<before>不到|不足|不满|少于|低于|不超过|最多|至多|快要|快|将近|接近|差不多|超过|多于|高于|至少|起码|好|大概|大约|约)?"
    rf"(?P<run>{_RUN})"
    r"(?P<fuzz>好几|多|几|余|来|(?<=[百千万])把)?"
    r"(?:(?P<scale>[万千百亿]{1,2}(?![a-z]))(?P<tail>[一二三四五六七八九](?![一二三四五六七八九十百千万几多年个]))?)?"
)
_LINK = re.compile(r"(?:到|至|-|——|或者?|、)(?!底)")
_PAIR = re.compile(r"(?P<head>.*?)(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?P<scale>[十百千万]*)$")
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
        if start in taken or _EDGE.match(text[start - 1 : start]) or m["run"] in ("十百", "百千", "千万"):
            continue
        if (bounds := _bounds(m["run"], m["fuzz"] or "", m["scale"] or "", m["tail"] or "")) is None:
            continue
        low, high = _hedged(m["before"] or "", *bounds)
        yield Number(low, high, start, m.end(), text[m.start() : m.end()])


def _joined(text: str, one: Number, two: Number) -> Number | None:
    """一千二到一千五: two numbers with a link and nothing else between them."""
    between = text[one.end : two.start]
    if not (_LINK.fullmatch(between) or (between and _LINK.fullmatch(between[1:]) and between[0] in "块元岁级")):
        return None
    low = one.low
    if low < two.low and low < 10 <= two.high and one.written[-1:] not in "十百千万" and _scaled(two.written):
        low *= _scaled(two.written)
    if not low < two.high:
        return None
    return Number(low, two.high, one.start, two.end, text[one.start : two.end])


def _scaled(written: str) -> int:
    return SCALES.get(written[-1], 0)


@lru_cache(8192)
def _bounds(run: str, fuzz: str, scale: str, tail: str) -> tuple[float, float] | None:
    """Lowest and highest value the words can mean; None when they are no number."""
    if run.isdigit() and len(run) > 6:
        return None
    if fuzz == "把":
        return (_times(run), _times(run)) if run in SCALES and not scale else None
    if (base := _base(run)) is None:
        return None
    times = _times(scale)
    low, high = base[0] * times, base[1] * times
    if tail:
        extra = DIGITS[tail] * times / 10
        return (low + extra, low + extra) if scale and fuzz in ("", "来") else None
    if low < high or fuzz in ("", "来"):
        return low, high
    step = _step(run) * times
    return (low + times if fuzz == "好几" else low, low + step - 1 if step > 1 else low)


def _base(run: str) -> tuple[float, float] | None:
    if run in _WORDS:
        return (_WORDS[run], _WORDS[run])
    if run[0] in "上成" or run.startswith("好几"):
        return _vague(run.lstrip("上成好几"), low=1 if run[0] in "上成" else 2)
    if "几" in run:
        return _several(run)
    if (pair := _PAIR.match(run)) and _neighbours(pair):
        return _pair(pair)
    value = _exact(run)
    return None if value is None else (value, value)


def _neighbours(pair: re.Match[str]) -> bool:
    """两三百, 三五百, 一万五六: two digits side by side, the second the greater."""
    low, high = DIGITS[pair["low"]], DIGITS[pair["high"]]
    return low < high <= low + 2 and pair["head"][-1:] not in DIGITS


def _pair(pair: re.Match[str]) -> tuple[float, float] | None:
    head, scale = pair["head"], pair["scale"]
    low, high = (_exact(head + pair[side] + scale) for side in ("low", "high"))
    return None if low is None or high is None else (low, high)


def _several(run: str) -> tuple[float, float] | None:
    """八十几, 十几万, 几百, 几万."""
    head, _, scale = run.partition("几")
    if any(c not in SCALES for c in scale):
        return None
    if not head:
        return _vague(scale, low=2) if scale else (2, 9)
    base = _exact(head)
    times = _times(scale)
    return None if base is None or base % 10 else (base * times, (base + 10) * times - 1)


def _vague(scale: str, low: int) -> tuple[float, float]:
    times = _times(scale)
    return (low * times, 10 * times - 1)


def _times(scale: str) -> int:
    return math.prod(SCALES[mark] for mark in scale)


@lru_cache(8192)
def _exact(run: str) -> float | None:
    """The value of a plain numeral, read by cn2an; None when it is none."""
    run = run.replace("俩", "二").replace("仨", "三").replace("两", "二").replace("w", "万").replace("k", "千")
    try:
        return float(run) if run[0].isdigit() and run.replace(".", "", 1).isdigit() else float(cn2an.cn2an(run, "smart"))
    except (ValueError, IndexError, KeyError):
        return None


def _step(run: str) -> float:
    """What 多 adds at most: the place of the last digit told (2300多 is below 2400)."""
    value = _exact(run) or 0
    step = 1
    while value and value % (step * 10) == 0 and step < 100_000_000:
        step *= 10
    return step


def _hedged(before: str, low: float, high: float) -> tuple[float, float]:
    if before in ("不到", "不足", "不满", "少于", "低于", "不超过", "最多", "至多"):
        return (0, high)
    if before in ("快", "快要", "将近", "接近") and low == high and high >= 10:
        return (high - 5, high) if high <= 120 else (high * 9 // 10, high)
    return (low, high)
