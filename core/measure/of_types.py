"""The five types measured: one answer a type over the households that belong to it."""

from typing import Any

import polars as pl

from core.city.standards import Standards
from core.measure.alkire_foster import measure
from core.measure.design import Design
from core.portrait.deprivations import POOR_FROM, deprivations, weights
from core.portrait.model import Model
from core.portrait.shelf import types


def of_types(
    portraits: pl.DataFrame, std: Standards, by: str | None = None, model: Model | None = None
) -> dict[str, dict[str, Any]]:
    """By letter of the type; *by* is a column of *portraits*, such as the town.

    Figures are pairs, the least and the most that the unknown facts allow. Not for publication as
    they are: `published` holds small cells back.
    """
    found = {}
    for kind in types(std.at):
        table = deprivations(portraits, kind.letter, std, [by] if by else [])
        if len(table):
            design = Design(
                indicators=tuple(i.id for i in kind.indicators),
                weights=weights(kind.letter, std, model),
                k=POOR_FROM,
                by=by,
                missing="bounds",
            )
            found[kind.letter] = measure(table, design)
    return found
