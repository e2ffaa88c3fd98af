"""Ask every monitor about everybody at once: one plan per grain, three answers each."""

from dataclasses import dataclass

import polars as pl

from core.city import Standards
from core.facts import View
from scheduler.monitors.shelf import Monitor

KEYS = {"person": "person", "household": "household"}


@dataclass(frozen=True)
class Verdicts:
    """What one monitor says: one row per subject that is hit, proven or in question.

    *frame*: subject, household, region, says (true hit, null cannot tell), proven, colour, and the
    evidence columns. *unknown* counts the subjects it could not tell about; *stale* names its
    sources that were too old to speak.
    """

    monitor: Monitor
    frame: pl.DataFrame
    hits: int
    unknown: int
    stale: tuple[str, ...]


def judge(
    watches: list[Monitor],
    persons: pl.DataFrame,
    households: pl.DataFrame,
    view: View,
    std: Standards,
) -> list[Verdicts]:
    """Every monitor over its grain; persons carry their household's variables as columns."""
    told = []
    for grain, frame in (("person", persons), ("household", households)):
        chosen = [m for m in watches if m.watch.grain == grain]
        if not chosen:
            continue
        answers = [answer for monitor in chosen for answer in _columns(monitor, std)]
        collected = frame.lazy().with_columns(answers).collect()
        told += [_verdicts(m, collected, grain, view) for m in chosen]
    return told


def _columns(monitor: Monitor, std: Standards) -> list[pl.Expr]:
    name = monitor.id
    return [
        monitor.when(std).alias(f"{name}.says"),
        monitor.proven(std).alias(f"{name}.proven"),
        monitor.colour(std).alias(f"{name}.colour"),
    ]


def _verdicts(monitor: Monitor, judged: pl.DataFrame, grain: str, view: View) -> Verdicts:
    says, proven = pl.col(f"{monitor.id}.says"), pl.col(f"{monitor.id}.proven")
    shown = [show.column for show in monitor.watch.shows if show.column in judged.columns]
    kept = judged.select(
        subject=pl.col(KEYS[grain]),
        person=pl.col("person") if grain == "person" else pl.lit(None, dtype=pl.String),
        household=pl.col("household"),
        region=pl.col("region"),
        says=says,
        proven=proven,
        colour=pl.col(f"{monitor.id}.colour"),
        **{f"shown.{name}": pl.col(name) for name in dict.fromkeys(shown)},
    )
    return Verdicts(
        monitor=monitor,
        frame=kept,
        hits=int(kept["says"].sum() or 0),
        unknown=kept["says"].null_count(),
        stale=tuple(c for c in monitor.watch.reads if view.fresh(c) is not True),
    )
