"""Words that want something else than help: why we said so, what another family gets, lost money."""

import re
from functools import cache

from core.language.reading.shelf import line

SHELF = "talk/asides"
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile("|".join(line(SHELF, key)), re.IGNORECASE)


def money_missing(text: str) -> bool:
    """Whether a payment somebody has had did not come: for people to look up, not for the rules."""
    return bool(_any("unpaid").search(text))


def pries(text: str) -> bool:
    """Whether somebody asks what others get: a neighbour, a name, a number."""
    stranger = _any("stranger").search(text) or _IDENTITY.search(text)
    wants = _any("status").search(text) and not _any("for_help").search(text)
    return bool(stranger and wants) and not _any("own").search(text)


def asks_why(text: str) -> bool:
    """Whether somebody wants to know how an answer came about."""
    return bool(_any("why").search(text))


def by_phone_only(text: str) -> bool:
    """Whether a worker's report tells of a call and of nobody met in person."""
    return bool(_any("by_phone").search(text)) and not in_person(text)


def in_person(text: str) -> bool:
    """Whether a worker's report tells of going there or of somebody met."""
    return bool(_any("in_person").search(text))


def left_hospital(text: str) -> bool:
    return bool(_any("left_hospital").search(text))
