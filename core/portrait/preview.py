"""What a new model would do to a town, before anybody signs it: who changes colour, and how."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
from polars import col

from core.city.standards import Standards
from core.portrait.engine import portrait
from core.portrait.model import Model
from core.portrait.shelf import TYPES

ENDS = ("colour_low", "colour_high")


@dataclass(frozen=True)
class Preview:
    """*changed*: household, type (letter), before_low/high, after_low/high (0 to 3)."""

    households: int
    changed: pl.DataFrame

    @property
    def counts(self) -> pl.DataFrame:
        """How many households move from which colours to which, per type, most first."""
        moves = [f"{when}_{end}" for when in ("before", "after") for end in ("low", "high")]
        counted = self.changed.group_by("type", *moves).len("households")
        return counted.sort("households", "type", *moves, descending=[True, *[False] * 5])


def preview(before: Model, after: Model, households: pl.DataFrame, std: Standards) -> Preview:
    """Every household whose colour (or the colour it may have) differs under the new model."""
    old, new = (portrait(households, std, model) for model in (before, after))
    return Preview(len(households), pl.concat([_moved(old, new, t) for t in TYPES]))


def _moved(old: pl.DataFrame, new: pl.DataFrame, letter: str) -> pl.DataFrame:
    colours = [f"{letter}_{end}" for end in ENDS]
    pair = pl.concat(
        [
            old.select("household", pl.lit(letter).alias("type")),
            _renamed(old, colours, "before"),
            _renamed(new, colours, "after"),
        ],
        how="horizontal",
    )
    return pair.filter(
        (col("before_low") != col("after_low")) | (col("before_high") != col("after_high"))
    )


def _renamed(frame: pl.DataFrame, colours: Sequence[str], when: str) -> pl.DataFrame:
    return frame.select(col(c).alias(f"{when}_{c.rpartition('_')[2]}") for c in colours)
