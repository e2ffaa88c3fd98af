"""What a written number is worth: one value, or the lowest and the highest it can mean."""

import math
import re
from functools import lru_cache

import cn2an

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "仨": 3}
_WORDS = {"半": 0.5, "俩": 2.0, "仨": 3.0}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "w": 10_000, "k": 1000}
_PAIR = re.compile(
    r"(?P<head>.*?)(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?P<scale>[十百千万]*)$"
)


@lru_cache(8192)
def bounds_of(run: str, fuzz: str, scale: str, tail: str) -> tuple[float, float] | None:
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
    least = {"好几": times, "大几": step // 2}.get(fuzz, 0)
    return (low + least, low + step - 1 if step > 1 else low)


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
    run = (
        run.replace("俩", "二")
        .replace("仨", "三")
        .replace("两", "二")
        .replace("w", "万")
        .replace("k", "千")
    )
    try:
        return (
            float(run)
            if run[0].isdigit() and run.replace(".", "", 1).isdigit()
            else float(cn2an.cn2an(run, "smart"))
        )
    except (ValueError, IndexError, KeyError):
        return None


def _step(run: str) -> float:
    """What 多 adds at most: the place of the last digit told (2300多 is below 2400)."""
    value = _exact(run) or 0
    step = 1
    while value and value % (step * 10) == 0 and step < 100_000_000:
        step *= 10
    return step
