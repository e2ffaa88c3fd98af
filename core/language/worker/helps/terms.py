"""The words of help: nouns by class, names of money and policies, patterns of giving."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from core.language.reading.shelf import any_of, line, read, words

GRAMMAR = "worker/helps/grammar"
UNITS = "|".join(sorted(line("worker/helps/words", "units"), key=len, reverse=True))
COUNT = r"(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十百千半几]+)"
QUANTITY = re.compile(
    rf"(?:多|来)?(?:[大小整满](?!姐|伙))?(?P<unit>{UNITS})(?:(?<=[袋箱盒篮筐瓶罐])子)?(?!人|钱|月|小时|星期|班|家|户)"
)


def grammar(name: str) -> re.Pattern[str]:
    """One line of the grammar of giving; its words are patterns."""
    return any_of(GRAMMAR, name)


@cache
def shelf(name: str) -> re.Pattern[str]:
    """One line of help words as a pattern, longest first."""
    return pattern_of(line("worker/helps/words", name))


@cache
def named(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """A table of the help words: what is written -> the item."""
    known = {
        w: item for item, said in read("worker/helps/words")[name].items() for w in words(said)
    }
    return known, pattern_of(known)


@cache
def classes(name: str) -> dict[str, tuple[str, ...]]:
    """A shelf of things by class."""
    lists: dict[str, Any] = read(f"worker/helps/{name}")
    return {k: tuple(words(v)) for k, v in lists.items() if isinstance(v, str) and k != "title"}


@cache
def nouns(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """A shelf of things: what is written -> the item, which is the word itself unless it is short."""
    short: dict[str, str] = read(f"worker/helps/{name}").get("short", {})
    known = {w: short.get(w, w) for some in classes(name).values() for w in some}
    return known, pattern_of(known)


def pattern_of(some: Iterable[str]) -> re.Pattern[str]:
    """Any of some words, the longest first; sharing the first character keeps hundreds of words fast."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(some), key=len, reverse=True):
        by_first[word[0]].append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(k)}(?:{'|'.join(v)})" for k, v in by_first.items()))
