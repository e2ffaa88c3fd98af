"""Portraits as deprivations, for the multidimensional measure of each type (dossier 4.7).

Only level 1 counts as deprived, so that the measure keeps the yes-or-no of Alkire and Foster;
level 0.5 belongs to the colours alone. Only households that surely belong to the type take part.
"""

from collections.abc import Sequence
from fractions import Fraction

import polars as pl
from polars import col, when

from core.city.standards import Standards
from core.portrait.model import Model, current
from core.portrait.shelf import types

POOR_FROM = Fraction(1, 5)
"""k: twenty of a hundred points."""


def deprivations(
    portraits: pl.DataFrame, letter: str, std: Standards, keep: Sequence[str] = ()
) -> pl.DataFrame:
    """The key and, per indicator of the type, 1 deprived, 0 not, null cannot tell (Int8).

    *keep* names columns of *portraits* to take along, such as the town.
    """
    kind = next(t for t in types(std.at) if t.letter == letter)
    said = [
        when(col(f"{i.id}_low") == 2)
        .then(1)
        .when(col(f"{i.id}_high") < 2)
        .then(0)
        .cast(pl.Int8)
        .alias(i.id)
        for i in kind.indicators
    ]
    return portraits.filter(col(f"{letter}_gate")).select("household", *keep, *said)


def weights(letter: str, std: Standards, model: Model | None = None) -> dict[str, Fraction]:
    """The weights of the type's indicators, as the measure takes them."""
    kind = next(t for t in types(std.at) if t.letter == letter)
    chosen = (model or current(std)).weights
    return {i.id: Fraction(chosen[i.id]) for i in kind.indicators}
