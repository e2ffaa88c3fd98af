"""Hold back small counts before figures leave the house.

A count from 1 to 9 could point at a family. Where exactly one cell of a column is held back, its
total would give it away, so the next smallest goes with it.
"""

from collections.abc import Sequence

SMALLEST = 10


def too_small(count: int) -> bool:
    return 0 < count < SMALLEST


def held_back(column: Sequence[int]) -> list[int | None]:
    """*column* with None for every cell that is not to be shown."""
    hidden = {i for i, count in enumerate(column) if too_small(count)}
    if len(hidden) == 1:
        rest = [i for i, count in enumerate(column) if i not in hidden and count]
        hidden |= set(sorted(rest, key=column.__getitem__)[:1])
    return [None if i in hidden else count for i, count in enumerate(column)]
