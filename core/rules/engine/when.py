"""Small tests of what is known: `road_accident`, `!hukou_local`, `age<18`, `status=dibao`, `a&b`."""

from collections.abc import Callable
from operator import ge, gt, le, lt
from typing import Any

from core.rules.engine.logic import Truth, both
from core.rules.engine.values import Range

Known = Callable[[str], Any]
COMPARE = {">=": ge, "<=": le, "<": lt, ">": gt}


def holds(test: str, known: Known) -> Truth:
    """Whether the test holds of what is known; None cannot tell."""
    if "&" in test:
        return both([holds(part, known) for part in test.split("&")])
    if test.startswith("!"):
        said = holds(test[1:], known)
        return None if said is None else not said
    for sign, compare in COMPARE.items():
        name, found, limit = test.partition(sign)
        if found:
            ends = [compare(end, int(limit)) for end in _ends(known(name))]
            return ends[0] if ends and all(end == ends[0] for end in ends) else None
    name, found, word = test.partition("=")
    value = known(name)
    return None if value is None else value == word if found else _truthy(value)


def is_point(value: Any) -> bool:
    """Known exactly: neither missing nor a range."""
    return value is not None and not isinstance(value, Range)


def _ends(value: Any) -> list[int]:
    if isinstance(value, Range):
        return [value.least, value.most]
    return [] if value is None else [value]


def _truthy(said: Any) -> bool | None:
    if isinstance(said, Range):
        return True if said.least else None
    return bool(said) and said != "none"
