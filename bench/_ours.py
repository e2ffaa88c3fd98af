"""Our engine on the same table: the product's own tally of persons, and its portrait."""

from collections.abc import Mapping

import polars as pl
from polars import Expr

from bench._hand_polars import counts
from core.city import Standards
from core.portrait import portrait
from core.variables.engine.tally import count


def features(
    households: pl.DataFrame, persons: pl.DataFrame, what: Mapping[str, Expr]
) -> pl.DataFrame:
    """Households with every count and how many members could not be judged."""
    tallies = {name: count(condition, everyone=True) for name, condition in what.items()}
    told = persons.lazy().select(
        "household", *(c for name, tally in tallies.items() for c in tally.prepared(name))
    )
    summed = told.group_by("household").agg(
        pl.len().cast(pl.Int64).alias("n_members"),
        *(c for name, tally in tallies.items() for c in tally.grouped(name)),
    )
    return households.join(summed.collect(), on="household", how="left", maintain_order="left")


def ours(households: pl.DataFrame, persons: pl.DataFrame, std: Standards) -> pl.DataFrame:
    """The portrait of every household."""
    return portrait(features(households, persons, counts()), std)
