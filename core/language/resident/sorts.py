"""What kind of person a candidate is, and what sort a fact: as the grammar puts them together."""

from functools import cache

from core.language.reading.shelf import read, words
from core.language.resident.asked import GRAMMAR

Candidate = str | None  # None stands for nobody


def kind_of(who: Candidate) -> str:
    """The kind of person a candidate is."""
    return "nobody" if who is None else table("kinds").get(who, "relative")


@cache
def table(name: str) -> dict[str, str]:
    """What the grammar puts together under one name: each member -> the name."""
    return {one: name for name, all_of in read(GRAMMAR)[name].items() for one in words(all_of)}
