"""Dialect and Cantonese spellings told in standard Chinese, so that one set of rules reads all."""

import re
from functools import cache

from core.language.reading.shelf import read, words
from core.language.reading.traced import Traced


@cache
def spellings() -> dict[str, str]:
    """How people write it -> the standard word."""
    groups = [v for v in read("script/dialect").values() if isinstance(v, dict)]
    return {said: word for group in groups for word, line in group.items() for said in words(line)}


@cache
def _pattern() -> re.Pattern[str]:
    kept = words(read("script/keep")["words"])
    longest_first = sorted([*spellings(), *kept], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def standard(text: Traced) -> Traced:
    """Every dialect spelling replaced by its standard word, outside words that must be kept."""
    known = spellings()
    return text.sub(_pattern(), lambda m: known.get(m[0], m[0]))
