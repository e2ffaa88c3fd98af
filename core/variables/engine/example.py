"""Examples of columns that are computed from other columns."""

from collections.abc import Iterable
from typing import Any

from core.rule import Example


def gives(name: str, expect: Any, **row: Any) -> Example:
    """One row and the value it must give; None means "cannot tell"."""
    return Example(name, expect, row)


def home(name: str, expect: Any, members: Iterable[dict[str, Any]], **row: Any) -> Example:
    """A household: its persons (members unless they say otherwise), its own columns, its value.

    For a count *expect* may be (how many, how many could not be judged).
    """
    people = [{"member": True, **person} for person in members]
    return Example(name, expect, {"members": people, **row})
