"""Make the tables of sounds from pypinyin and jieba: what the reader needs of them, and no more.

pypinyin alone takes half a second to load; a reader that only asks how a character sounds and which
common word a run of syllables means is served by two small tables.
"""

import csv
import math
from collections import defaultdict
from pathlib import Path

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from core.language.reading import tokens
from core.language.reading.shelf import read, words

COMMON = 6000  # so many of the dictionary's most frequent words may be meant
LONGEST = 4  # syllables in a word
SINGLE, OURS = 1e5, 1e6  # a word of our own shelf weighs as much as a very common one
LAST = 0xA000  # the characters looked at: the common block
Vocabulary = dict[tuple[str, ...], tuple[str, float]]


def readings() -> dict[str, str]:
    """Toneless syllable -> the characters that sound so first; "" where none does. ü is typed v."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, said in PINYIN_DICT.items():
        if code >= LAST:
            continue
        every = [to_normal(r).replace("ü", "v") for r in said.split(",")]
        for syllable in every:
            if syllable.isascii() and syllable not in "bcdfghjklmnpqrstvwxyz":
                found.setdefault(syllable, [])  # known, even if no character sounds so first
        if every[0] in found:
            found[every[0]].append(chr(code))
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def vocabulary() -> Vocabulary:
    """Syllables -> the likeliest word and its weight."""
    freq = tokens.tokenizer().FREQ
    common = sorted((w for w in freq if 1 < len(w) <= LONGEST), key=lambda w: (-freq[w], w))
    found: Vocabulary = {}
    for pair in words(read("script/pinyin")["single"]):
        found[(pair[:-1],)] = (pair[-1], SINGLE)
    for word in words(read("script/pinyin")["words"]):
        found[tuple(lazy_pinyin(word))] = (word, OURS)
    for word in common[:COMMON]:
        found.setdefault(tuple(lazy_pinyin(word)), (word, freq[word]))
    return found


def save(folder: Path) -> None:
    """Write readings.csv and pinyin.csv; the weight of a word is kept as its cost in hundredths."""
    with (folder / "readings.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [("syllable", "characters"), *readings().items()]
        )
    with (folder / "pinyin.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("syllables", "word", "cost"))
        out.writerows(
            (" ".join(sounds), word, round(100 * math.log(1e8 / weight)))
            for sounds, (word, weight) in sorted(vocabulary().items())
        )
