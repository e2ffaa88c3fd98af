"""A blow fades: whole for thirty days, 0.7 to day 90, 0.4 to the end of the window, then nothing."""

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards

WHOLE = 10


def steps(std: Standards) -> list[tuple[int, int]]:
    """(up to so many days, tenths that are left), from the freshest on."""
    return [(30, WHOLE), (90, 7), (std.integer("shock_window_days"), 4)]


def tenths(days: str, std: Standards) -> Expr:
    """What is left of a blow *days* ago, in tenths. Int16."""
    left = lit(0, pl.Int16)
    for until, tenth in reversed(steps(std)):
        left = when(col(days) <= until).then(lit(tenth, pl.Int16)).otherwise(left)
    return left


def left(days: int | None, std: Standards) -> tuple[int, int]:
    """The same for one blow, as (least, most): of an unknown day anything within the window."""
    if days is None:
        return steps(std)[-1][1], WHOLE
    tenth = next((tenth for until, tenth in steps(std) if days <= until), 0)
    return tenth, tenth
