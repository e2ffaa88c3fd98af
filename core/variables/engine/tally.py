"""From persons to households: count the yes and the cannot-tell, never lose the second.

Every tally `x` comes with `x_unknown`, the number of members who could not be judged, so that
"some", "none" and "all" stay three-valued.
"""

from dataclasses import dataclass
from typing import Literal

import polars as pl
from polars import Expr, col, lit, when


@dataclass(frozen=True)
class Tally:
    """One aggregate over the members of a household, or over everybody who ever belonged."""

    how: Literal["count", "total", "most", "least"]
    of: Expr
    everyone: bool = False

    def prepared(self, name: str) -> list[Expr]:
        """Person columns that need nothing but sum, max and min afterwards."""
        counts = lit(True) if self.everyone else col("member")
        unknown = (self.of.is_null() & counts).fill_null(False).alias(f"{name}_unknown")
        if self.how == "count":
            return [(self.of & counts).fill_null(False).alias(name), unknown]
        return [when(counts).then(self.of).alias(name), unknown]

    def grouped(self, name: str) -> list[Expr]:
        unknown = col(f"{name}_unknown").sum().cast(pl.Int64)
        if self.how in ("count", "total"):
            return [col(name).sum().cast(pl.Int64), unknown]
        return [col(name).max() if self.how == "most" else col(name).min(), unknown]


def count(condition: Expr, *, everyone: bool = False) -> Tally:
    """How many members, beside how many could not be judged."""
    return Tally("count", condition, everyone)


def total(amount: Expr, *, everyone: bool = False) -> Tally:
    """The sum of what is known."""
    return Tally("total", amount, everyone)


def most(value: Expr, *, everyone: bool = False) -> Tally:
    """The largest known value."""
    return Tally("most", value, everyone)


def least(value: Expr, *, everyone: bool = False) -> Tally:
    """The smallest known value."""
    return Tally("least", value, everyone)


def any_of(name: str) -> Expr:
    """Whether some member: true if one is, unknown if none is and one could be."""
    open_ = when(col(f"{name}_unknown") == 0).then(False)
    return when(col(name) > 0).then(True).otherwise(open_)


def known(name: str) -> Expr:
    """The tally where everybody could be judged, else unknown."""
    return when(col(f"{name}_unknown") == 0).then(col(name))
