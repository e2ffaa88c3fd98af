"""A column once read: values, and where something is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from core.intake import cells
from core.intake.problem import Unreadable


@dataclass(frozen=True)
class Column:
    """Values read, and the faults: where (a mask) and what to tell."""

    values: pl.Series
    faults: tuple[tuple[pl.Series, str], ...] = ()

    def also(self, mask: pl.Series, sentence: str) -> "Column":
        """The same values with one more possible fault; those cells become null."""
        mask = mask.fill_null(False)
        if not mask.any():
            return self
        kept = self.values.to_frame().select(pl.when(~mask).then(pl.first())).to_series()
        return Column(kept.rename(self.values.name), (*self.faults, (mask, sentence)))


def only(clean: pl.Series, pattern: str) -> pl.Series:
    """The cells written just so; the rest null."""
    return (
        clean.to_frame()
        .select(pl.when(pl.first().str.contains(pattern)).then(pl.first()))
        .to_series()
    )


def rescue(
    clean: pl.Series,
    fast: pl.Series,
    read: Callable[[str], Any],
    blanks: frozenset[str] | set[str] = cells.NOTHING,
) -> Column:
    """Read the cells the fast path left, each different one once."""
    fast = fast.rename(clean.name)
    odd = clean.is_not_null() & fast.is_null()
    if not odd.any():
        return Column(fast)
    left = clean.filter(odd)
    values, sentences = _read_each(left.unique(), read, blanks)
    rescued = pl.Series([values.get(cell) for cell in left], dtype=fast.dtype)
    read_all = fast.clone().scatter(odd.arg_true(), rescued)
    faults = {s: [c for c, why in sentences.items() if why == s] for s in set(sentences.values())}
    return Column(read_all, tuple((odd & clean.is_in(bad), s) for s, bad in sorted(faults.items())))


def _read_each(
    different: pl.Series, read: Callable[[str], Any], blanks: frozenset[str] | set[str]
) -> tuple[dict[str, Any], dict[str, str]]:
    values: dict[str, Any] = {}
    sentences: dict[str, str] = {}
    for cell in different:
        if cells.plain(cell).lower() in blanks:
            continue
        try:
            values[cell] = read(cell)
        except Unreadable as error:
            sentences[cell] = str(error)
    return values, sentences
