"""Look for one more condition under which a monitor had better stay silent.

Given what was known about each judged finding on the day it began, and whether people found it
right, every column and value is tried as a guard; the one that leaves the highest precision wins,
by the lower end of its interval, if it costs few right findings. Pure; nothing is decided here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from core.monitoring.interval import Share
from core.monitoring.where import Where

FEWEST_FALSE = 3  # a guard that catches fewer explains nothing
MOST_LOST = 10  # per cent of the right findings


@dataclass(frozen=True)
class Tighter:
    """A guard and what it would have done: false and right findings kept away, precision after."""

    where: Where
    false_kept_away: int
    right_kept_away: int
    before: Share
    after: Share

    def to_json(self) -> dict[str, Any]:
        return {
            "column": self.where.column, "value": self.where.value,
            "false_kept_away": self.false_kept_away, "right_kept_away": self.right_kept_away,
            "before": self.before.to_json(), "after": self.after.to_json(),
        }  # fmt: skip


def best_guard(known: pl.DataFrame, columns: Iterable[str]) -> Tighter | None:
    """The best guard over *known* (one row a judged finding, `right` and the columns); or None."""
    before = Share(int(known["right"].sum()), known.height)
    found = [t for where in _candidates(known, columns) if (t := _tried(known, where, before))]
    return max(found, key=lambda t: (t.after.low or 0, t.false_kept_away), default=None)


def holds(where: Where, dtype: pl.DataType) -> pl.Expr:
    """Whether the guard's column is its value: null where the column is."""
    column = pl.col(where.column)
    if dtype == pl.Boolean:
        return column == (where.value == "true")
    return column.cast(pl.String) == where.value


def _candidates(known: pl.DataFrame, columns: Iterable[str]) -> Iterator[Where]:
    for name in sorted(set(columns) & set(known.columns)):
        dtype = known.schema[name]
        if dtype == pl.Boolean:
            yield from (Where(name, "true"), Where(name, "false"))
        elif dtype == pl.String or isinstance(dtype, pl.Enum | pl.Categorical):
            values = known[name].cast(pl.String).drop_nulls().unique()
            yield from (Where(name, v) for v in values.sort() if values.len() <= 12)


def _tried(known: pl.DataFrame, where: Where, before: Share) -> Tighter | None:
    caught = holds(where, known.schema[where.column]).fill_null(False)
    out = known.filter(caught)
    right = int(out["right"].sum())
    false = out.height - right
    if false < FEWEST_FALSE or right * 100 > MOST_LOST * before.right:
        return None
    after = Share(before.right - right, before.n - out.height)
    better = after.n > 0 and (after.low or 0) > (before.low or 0)
    return Tighter(where, false, right, before, after) if better else None
