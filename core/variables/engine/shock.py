"""What the five shocks have in common: none, mild or severe, and the days since it struck.

Levels are 0, 1, 2. A severe blow is known although something else is not; a mild one could be
worse. Days are counted from the latest blow of the level told, and are 0 where there was none.
"""

from collections.abc import Mapping

import polars as pl
from polars import Expr, col, lit, when

from core.city.standards import Standards
from core.variables.engine.words import days_since


def graded(*levels: str) -> Expr:
    """none, mild or severe by the worst of these columns."""
    return _word(
        pl.max_horizontal(*levels), pl.all_horizontal(*(col(n).is_not_null() for n in levels))
    )


def counted(tally: str) -> Expr:
    """none, mild or severe by a tally of the worst level."""
    return _word(col(tally), col(f"{tally}_unknown") == 0)


def faded(std: Standards, word: Expr, levels: Mapping[str, str]) -> Expr:
    """Days since the latest blow of that level; *levels* maps a level to its day."""
    heavy = [when(col(level) == 2).then(on) for level, on in levels.items()]
    return _days(std, word, pl.max_horizontal(*heavy), pl.max_horizontal(*levels.values()))


def faded_counted(std: Standards, word: Expr, heavy_on: str, any_on: str) -> Expr:
    return _days(std, word, col(heavy_on), col(any_on))


def _word(worst: Expr, known: Expr) -> Expr:
    severe = when(worst == 2).then(lit("severe"))
    mild = severe.when(known & (worst == 1)).then(lit("mild"))
    return mild.when(known & (worst == 0)).then(lit("none"))


def _days(std: Standards, word: Expr, heavy: Expr, latest: Expr) -> Expr:
    severe = when(word == "severe").then(days_since(heavy, std.at))
    mild = severe.when(word == "mild").then(days_since(latest, std.at))
    return mild.when(word == "none").then(0)
