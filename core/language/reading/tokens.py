"""jieba, with our words kept whole, our own dictionary object and our own cache folder."""

import logging
import os
import re
import tempfile
from functools import cache, lru_cache
from math import inf, log
from pathlib import Path

import jieba

from core.language.reading.shelf import read, words

REMEMBERED = (
    1000  # texts up to this length are cut only once: normalising hardly changes most of them
)
_RUN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+")
_LATIN = re.compile("[a-zA-Z0-9]{2}")
_cache_dir: Path | None = None


def keep_cache_in(folder: Path) -> None:
    """Where jieba keeps its dictionary cache; call before the first message is read."""
    global _cache_dir
    _cache_dir = folder


def _private_folder() -> Path:
    """A folder of this user alone: a shared one could be prepared by somebody else."""
    if _cache_dir is not None:
        folder = _cache_dir
    else:
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        folder = Path(home) / "jingpingfu"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@cache
def tokenizer() -> jieba.Tokenizer:
    """The tokenizer, loaded on first use (about half a second)."""
    jieba.default_logger.setLevel(logging.WARNING)
    made = jieba.Tokenizer()
    try:
        made.tmp_dir = str(_private_folder())
    except OSError:
        made.tmp_dir = tempfile.mkdtemp()
    made.initialize()
    shelf = read("script/sounds")
    for kind in ("any", "one", "long"):
        for word in words(shelf[kind]):
            made.add_word(word, max(made.FREQ.get(word, 0), 2000))
    return made


RARE = 30  # a word of the dictionary's corpus seen less often than this is hardly meant


def known(word: str) -> bool:
    """Whether the word stands in the dictionary and is not a rarity."""
    return bool(tokenizer().FREQ.get(word, 0) >= RARE)


def edges(text: str) -> frozenset[int]:
    """The places where a word starts or ends."""
    return _remembered(text) if len(text) <= REMEMBERED else _edges(text)


@lru_cache(128)
def _remembered(text: str) -> frozenset[int]:
    return _edges(text)


def _edges(text: str) -> frozenset[int]:
    """As jieba cuts without guessing new words, but only the places, in one walk backwards."""
    found = set(range(len(text) + 1))
    for run in _RUN.finditer(text):
        start, ends = run.start(), _ends(run[0])
        at = 0
        while at < len(ends):
            last = ends[at]
            while last == at + 1 < ends[-1] and ends[last] == last + 1 and _LATIN.match(run[0], at):
                found.discard(start + last)  # letters and digits stay together
                at, last = last, ends[last]
            found.difference_update(range(start + at + 1, start + last))
            at = last
    return frozenset(found)


def _ends(run: str) -> list[int]:
    """For every place of a run where the likeliest word that starts there ends."""
    words, total = tokenizer().FREQ, log(tokenizer().total)
    length = len(run)
    score = [0.0] * (length + 1)
    ends = [0] * length
    for at in range(length - 1, -1, -1):
        best, chosen = -inf, at + 1
        for end in range(at + 1, length + 1):
            frequency = words.get(run[at:end])
            if frequency is None:
                break
            if frequency and (told := log(frequency) - total + score[end]) >= best:
                best, chosen = told, end
        score[at] = best if best > -inf else score[at + 1] - total
        ends[at] = chosen
    return ends
