"""JSON that others wrote: whatever it holds, it is read or it is a ValueError, in bounded memory.

Python's own reader also knows NaN and Infinity, gives up with a RecursionError on deep nesting, and
would turn a million digits into a number. Half of a surrogate pair, which nobody can store or send
again, is read as the sign for a character that was lost.
"""

import json
import re
from collections.abc import Callable
from typing import Any

LONGEST = 4 << 20
DEEPEST = 64
DIGITS = 40
HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
HALF_BYTES = re.compile(rb"\\u[dD][89a-fA-F]")


def read_json(
    text: str | bytes, *, most: int = LONGEST, parse_float: Callable[[str], Any] = float
) -> Any:
    """The value told; raises ValueError (json.JSONDecodeError where a place can be named)."""
    if len(text) > most:
        raise ValueError("too long")
    try:
        found = json.loads(
            text, parse_constant=_no, parse_int=_whole, parse_float=parse_float
        )  # fmt: skip
    except RecursionError:
        raise ValueError("too deep") from None
    if _deeper(found, DEEPEST):
        raise ValueError("too deep")
    halves = HALF.search(text) if isinstance(text, str) else HALF_BYTES.search(text)
    return whole(found) if halves else found


def storable(text: str) -> str:
    """*text* without halves of pairs, which no encoding can write."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def whole(value: Any) -> Any:
    """*value* with every text in it made storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {whole(key): whole(one) for key, one in value.items()}
    return [whole(one) for one in value] if isinstance(value, list) else value


def _no(word: str) -> Any:
    raise ValueError(f"{word} is not JSON")


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise ValueError("a number of that many digits")
    return int(digits)


def _deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_deeper(one, levels - 1) for one in inner)
