"""How much a colour hangs on the weights: a thousand draws of weights within twenty per cent.

Families whose colour changes in some draws are borderline and must be looked at by a human. Red
floors take no part; unknowns are taken at their best end. Weights are renormalised to 100 in
every draw, since the colour lines are points out of 100.
"""

from collections.abc import Mapping
from functools import lru_cache
from random import Random

import polars as pl
from polars import Expr, col

from core.city.standards import Standards
from core.portrait.bounds import prepare
from core.portrait.engine import side
from core.portrait.model import Model, current
from core.portrait.plan import Judged, kinds, plan

DRAWS = 1000
SPREAD = 200
"""Thousandths by which a weight may move either way."""

CHUNK = 400
"""So many distinct families at a time: memory stays below some tens of megabytes."""


def sensitivity(
    households: pl.DataFrame, std: Standards, model: Model | None = None, *, seed: int = 1
) -> pl.DataFrame:
    """For each household and type it surely belongs to, how many draws give each colour.

    Columns: household, type (letter), red, yellow, green (counts that sum to DRAWS), changes
    (draws in which the colour is not the one the score has).
    """
    chosen = current(std) if model is None else model
    judged = plan(std, model)
    frame, unknown = prepare(households, kinds(judged))
    found = [
        _of_type(one, side(one, frame, unknown, 0, ("household",)), chosen, seed) for one in judged
    ]
    return pl.concat(found)


def _of_type(one: Judged, frame: pl.DataFrame, model: Model, seed: int) -> pl.DataFrame:
    ids = [i.id for i in one.kind.indicators]
    tenths = [_tenths(one, i).alias(i) for i in ids]
    levels = frame.select("household", one.first["gate"].alias("gate"), *tenths).filter("gate")
    patterns = levels.select(ids).unique(maintain_order=True).with_row_index("pattern")
    draws = _draws(tuple((i, model.weights[i]) for i in ids), seed)
    lines = model.lines[one.kind.letter]
    parts = [_tried(part, draws, ids, lines) for part in patterns.iter_slices(CHUNK)]
    counted = pl.concat([_empty(), *parts])
    told = patterns.join(counted, on="pattern").with_columns(_changes(ids, model.weights, lines))
    return levels.join(told, on=ids, maintain_order="left").select(
        "household", pl.lit(one.kind.letter).alias("type"), "red", "yellow", "green", "changes"
    )


def _tenths(one: Judged, indicator: str) -> Expr:
    """A level from 0 to 20: halves times tenths of fading."""
    level = one.first[indicator].cast(pl.Int64)
    return level * one.first.get(f"{indicator}.tenths", pl.lit(10)).cast(pl.Int64)


@lru_cache(maxsize=16)
def _draws(weights: tuple[tuple[str, int], ...], seed: int) -> pl.DataFrame:
    """One row a draw: the moved weights in thousandths, and their sum."""
    chance = Random(seed)
    moved = {
        f"w.{name}": [weight * chance.randint(1000 - SPREAD, 1000 + SPREAD) for _ in range(DRAWS)]
        for name, weight in weights
    }
    frame = pl.DataFrame(moved, schema=dict.fromkeys(moved, pl.Int64))
    return frame.with_columns(whole=pl.sum_horizontal(list(moved)))


def _tried(
    patterns: pl.DataFrame, draws: pl.DataFrame, ids: list[str], lines: tuple[int, int]
) -> pl.DataFrame:
    score = pl.sum_horizontal(col(i) * col(f"w.{i}") for i in ids) * 100
    tried = patterns.join(draws, how="cross").select("pattern", "whole", score=score)
    yellow, red = (col("score") >= line * 20 * col("whole") for line in lines)
    counts = tried.group_by("pattern").agg(
        red.sum().cast(pl.Int64).alias("red"), yellow.sum().cast(pl.Int64).alias("warm")
    )
    return counts.select(
        "pattern", "red", yellow=col("warm") - col("red"), green=DRAWS - col("warm")
    )


def _changes(ids: list[str], weights: Mapping[str, int], lines: tuple[int, int]) -> Expr:
    score = pl.sum_horizontal(col(i) * weights[i] for i in ids)
    yellow, red = (score >= line * 20 for line in lines)
    same = pl.when(red).then("red").when(yellow).then("yellow").otherwise("green")
    return (DRAWS - same).alias("changes")


def _empty() -> pl.DataFrame:
    counts = dict.fromkeys(("red", "yellow", "green"), pl.Int64)
    return pl.DataFrame(schema={"pattern": pl.UInt32, **counts})
