"""One family as a small frame: one row, or several where something is told as a range.

What is told as a range is tried at both ends; ages, grades and small counts at every value, since
a condition may turn there twice. A condition that says the same everywhere is decided.
"""

from itertools import product
from typing import Any

import polars as pl

from core.rules.engine.plan import blank_columns
from core.rules.engine.shelf import vocabulary
from core.rules.engine.stated import Facts
from core.rules.engine.values import Range

EVERY = 130
"""So many values of a whole number are tried one by one, ..."""
ROWS = 1024
"""... and so many rows in all; beyond that the widest range counts as unknown."""


def frame(facts: Facts) -> tuple[pl.DataFrame, list[slice]]:
    """The rows of every person, and where each person's rows lie."""
    columns: dict[str, list[Any]] = {name: [] for name in blank_columns()}
    places: list[slice] = []
    for person in facts.people:
        row = facts.household | person.facts
        tried = _tried({n: v for n, v in row.items() if isinstance(v, Range)})
        combos = list(product(*tried.values()))
        start = len(columns["age"])
        places.append(slice(start, start + len(combos)))
        for name, column in columns.items():
            column.extend(_column(name, row.get(name), tried, combos))
    return pl.DataFrame(columns, schema=blank_columns()), places


def _column(
    name: str, value: Any, tried: dict[str, list[int]], combos: list[tuple[int, ...]]
) -> list[Any]:
    if name in tried:
        place = list(tried).index(name)
        return [combo[place] for combo in combos]
    return [None if isinstance(value, Range) else value] * len(combos)


def _tried(ranges: dict[str, Range]) -> dict[str, list[int]]:
    """Values to try of every range; the widest are left out where there would be too many rows."""
    tried = {name: _values(name, r) for name, r in ranges.items()}
    while _rows(tried) > ROWS:
        del tried[max(tried, key=lambda name: len(tried[name]))]
    return tried


def _rows(tried: dict[str, list[int]]) -> int:
    rows = 1
    for values in tried.values():
        rows *= len(values)
    return rows


def _values(name: str, r: Range) -> list[int]:
    whole = vocabulary()[name].kind in ("number", "level", "count")
    if whole and r.most - r.least <= EVERY:
        return list(range(r.least, r.most + 1))
    return [r.least, r.most] if r.least < r.most else [r.least]
