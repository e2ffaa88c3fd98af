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
from polars import Expr

Ends = tuple[Any, Any]

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


def graded(deprived: Expr, near: Expr) -> Expr:
    """Level in halves: 2 deprived, 1 near to it, 0 neither, null cannot tell. Int8."""
    return deprived.cast(pl.Int8) + (deprived | near).cast(pl.Int8)


def only(deprived: Expr) -> Expr:
    """An indicator without a level in between: 2, 0 or null. Int8."""
    return deprived.cast(pl.Int8) * 2


@dataclass(frozen=True)
class Relief:
    """What would lift a deprivation, in words, and what the variables would then say."""

    title: str
    title_en: str
    then: Mapping[str, Any]
