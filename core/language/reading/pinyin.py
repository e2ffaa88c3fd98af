"""Whole sentences typed in pinyin, told in characters by the most likely words."""

import math
import re
from functools import cache, lru_cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from core.language.reading import tokens
from core.language.reading.shelf import read, words
from core.language.reading.traced import Traced

COMMON = 6000  # so many of the dictionary's most frequent words may be meant
LONGEST = 4  # syllables in a word
OURS = 1e6  # a word of our own shelf weighs as much as a very common one

_LATIN = re.compile(r"[a-z]+(?:[ '][a-z]+)*")
_LOOSE = re.compile(r"(?<=[a-z\d]) +(?=[a-z\d])")
_AFTER_DIGITS = re.compile(r"(?<=\d) +| +(?=\d)")


@cache
def syllables() -> frozenset[str]:
    """Every toneless syllable of the language; ü is typed v."""
    readings = {r for code, rs in PINYIN_DICT.items() if code < 0xA000 for r in rs.split(",")}
    plain = {to_normal(r) for r in readings}
    return frozenset(
        s.replace("ü", "v") for s in plain if s.isascii() and s not in "bcdfghjklmnpqrstvwxyz"
    )


@cache
def _vocabulary() -> dict[tuple[str, ...], tuple[str, float]]:
    """Syllables -> the likeliest word and its weight."""
    freq = tokens.tokenizer().FREQ
    common = sorted((w for w in freq if 1 < len(w) <= LONGEST), key=lambda w: -freq[w])[:COMMON]
    found: dict[tuple[str, ...], tuple[str, float]] = {}
    for pair in words(read("script/pinyin")["single"]):
        found[(pair[:-1],)] = (pair[-1], 1e5)
    for word in words(read("script/pinyin")["words"]):
        found[tuple(lazy_pinyin(word))] = (word, OURS)
    for word in common:
        found.setdefault(tuple(lazy_pinyin(word)), (word, freq[word]))
    return found


def decoded(text: Traced) -> Traced:
    """Runs of pinyin as characters; what is not pinyin stays."""
    changes = [
        (m.start(), m.end(), told) for m in _LATIN.finditer(text.text) if (told := _told(m[0]))
    ]
    if not changes:
        return text
    whole = sum(end - start for start, end, _ in changes) * 2 > len(text.text)
    text = text.spliced(changes)
    return text.sub(_AFTER_DIGITS, lambda _: "") if whole else text


@lru_cache(4096)
def _split(run: str) -> tuple[str, ...]:
    """The run in as few syllables as possible, or () when it is not pinyin."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 6), end):
            before = best[start]
            if before is not None and run[start:end] in syllables():
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, run[start:end])
    return best[-1] or ()


def _told(run: str) -> str:
    """The run in characters, or "" when it had better stay."""
    parts = [_split(chunk) if len(chunk) <= 24 else () for chunk in re.split("[ ']", run)]
    if not all(parts):
        return ""
    sounds = [s for part in parts for s in part]
    return _likeliest(sounds) if 1 < len(sounds) <= 400 else _lonely(sounds)


def _lonely(sounds: list[str]) -> str:
    """A single syllable is told only beside numbers, where it must be a unit: 82 sui."""
    return {
        "sui": "岁",
        "wan": "万",
        "yuan": "元",
        "kuai": "块",
        "ma": "吗",
        "hu": "户",
        "ge": "个",
    }.get(sounds[0] if sounds else "", "")


def _likeliest(sounds: list[str]) -> str:
    """The words of highest weight that tell all syllables; unknown syllables stay Latin."""
    best: list[tuple[float, str]] = [(0.0, "")]
    for end in range(1, len(sounds) + 1):
        options = []
        for start in range(max(0, end - LONGEST), end):
            word, weight = _vocabulary().get(tuple(sounds[start:end]), ("", 0.0))
            if not word and end - start == 1:
                word, weight = sounds[start], 1e-3
            if word:
                options.append((best[start][0] + math.log(1e8 / weight), best[start][1] + word))
        best.append(min(options))
    return best[-1][1]
