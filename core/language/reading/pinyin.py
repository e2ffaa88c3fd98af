"""Whole sentences typed in pinyin, told in characters by the most likely words."""

import re
from functools import cache, lru_cache

from core.language.reading.shelf import table
from core.language.reading.traced import Traced

LONGEST = 4  # syllables in a word
UNKNOWN = 2500  # the cost of a syllable that stays Latin, in hundredths of a logarithm
COUNTED = 460  # of a number, as of a word of our own shelf

_DIGITS = dict(
    zip(
        [
            "yi",
            "er",
            "liang",
            "san",
            "si",
            "wu",
            "liu",
            "qi",
            "ba",
            "jiu",
            "shi",
            "bai",
            "qian",
            "wan",
        ],
        "一二两三四五六七八九十百千万",
        strict=True,
    )
)
_UNITS = ("sui", "kuai", "yuan", "duo", "ji", "zuo")
_LATIN = re.compile(r"[a-z]+(?:[ '][a-z]+)*")
_LOOSE = re.compile(r"(?<=[a-z\d]) +(?=[a-z\d])")
_AFTER_DIGITS = re.compile(r"(?<=\d) +| +(?=\d)")


@cache
def syllables() -> frozenset[str]:
    """Every toneless syllable of the language; ü is typed v."""
    return frozenset(row["syllable"] for row in table("learned/readings"))


@cache
def _vocabulary() -> dict[tuple[str, ...], tuple[str, int]]:
    """Syllables -> the likeliest word and its cost."""
    return {
        tuple(row["syllables"].split()): (row["word"], int(row["cost"]))
        for row in table("learned/pinyin")
    }


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


def _counted(sounds: list[str]) -> dict[int, str]:
    """qi shi sui: numbers before a unit, by the place where they end."""
    found: dict[int, str] = {}
    run = ""
    for at, sound in enumerate([*sounds, ""]):
        if len(run) > 1 and sound in _UNITS and any(c in "十百千万" for c in run):
            found[at] = run
        run = run + _DIGITS[sound] if sound in _DIGITS else ""
    return found


def _likeliest(sounds: list[str]) -> str:
    """The words of highest weight that tell all syllables; unknown syllables stay Latin."""
    best: list[tuple[int, str]] = [(0, "")]
    counted = _counted(sounds)
    for end in range(1, len(sounds) + 1):
        options = []
        for start in range(max(0, end - LONGEST), end):
            word, cost = _vocabulary().get(tuple(sounds[start:end]), ("", 0))
            if not word and end - start == 1:
                word, cost = sounds[start], UNKNOWN
            if word:
                options.append((best[start][0] + cost, best[start][1] + word))
        if run := counted.get(end):
            before = best[end - len(run)]
            options.append((before[0] + COUNTED, before[1] + run))
        best.append(min(options))
    return best[-1][1]
