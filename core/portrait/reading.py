"""The words an indicator, a gate or a red floor is written with.

READS says for every variable which end is better and which is worse for the family *in this
rule*, as a pair (best, worst). The engine needs nothing else to be exact about what is unknown:
the lowest score is the score with every unknown at its best end, the highest with every unknown
at its worst end (see `core.portrait.engine`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from polars import Expr, lit, when

Ends = tuple[Any, Any]
ZERO, ONE, TWO = (lit(half, pl.Int8) for half in range(3))

FAR = 10**12
"""Beyond every amount, count and share a rule compares with; stands for "any large number"."""

YES: Ends = (False, True)
NO: Ends = (True, False)
MORE: Ends = (0, FAR)
LESS: Ends = (FAR, 0)
BOTH: Ends = (None, None)
"""Neither end is the worst: the engine then tries every value that could be."""


def worst(category: str, *, best: str) -> Ends:
    """The ends of a category."""
    return (best, category)


@dataclass(frozen=True)
class Level:
    """What an indicator says: deprived, or near to it, or neither; as conditions."""

    deprived: Expr
    near: Expr | None = None

    def halves(self) -> Expr:
        """2, 1 or 0, where every variable that is read has a value. Int8."""
        below = ZERO if self.near is None else when(self.near).then(ONE).otherwise(ZERO)
        return when(self.deprived).then(TWO).otherwise(below)

    def or_unknown(self) -> Expr:
        """The same, and null for "cannot tell" where a value that matters is missing. Int8."""
        deprived = self.deprived
        some = deprived if self.near is None else deprived | self.near
        told = deprived.is_not_null() & some.is_not_null()
        return when(told).then(self.halves())


def graded(deprived: Expr, near: Expr) -> Level:
    """An indicator with a level in between."""
    return Level(deprived, near)


def only(deprived: Expr) -> Level:
    """An indicator that holds or does not."""
    return Level(deprived)


@dataclass(frozen=True)
class Relief:
    """What would lift a deprivation, in words, and what the variables would then say."""

    title: str
    title_en: str
    then: Mapping[str, Any]
