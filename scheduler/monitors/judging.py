"""Ask every monitor about everybody at once: one plan per grain, three answers each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from core.city import Standards
from core.facts import View
from core.variables.engine.tally import Tally
from core.variables.engine.words import sure
from scheduler.monitors.shelf import Monitor
from scheduler.monitors.watch import SUBJECT, Grain


@dataclass(frozen=True)
class Verdicts:
    """What one monitor says, one row a subject.

    *frame*: subject, person, household, region, says (true hit, null cannot tell), still (whether a
    finding that is open stays open), proven, colour, the evidence as `shown.<column>`, and `unit`
    where the matter belongs to one unit.
    *unknown* counts the subjects it could not tell about; *stale* names its sources that were too
    old to speak.
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
    others: Mapping[Grain, pl.DataFrame] | None = None,
) -> list[Verdicts]:
    """Every monitor over its grain, in the order given; grains without a frame are left out.

    A household in which nobody is left says no. Persons borrow what is asked of them from their
    household; households get what is counted over their members. *others* holds frames of the other
    grains (`watch.FRAMES`).
    """
    family = [m for m in watches if m.watch.grain == "household"]
    alone = [m for m in watches if m.watch.grain == "person"]
    frames: dict[Grain, pl.DataFrame] = dict(others or {})
    frames["household"] = with_members(households, persons, family, std) if family else households
    frames["person"] = _with_household(persons, households, alone, std) if alone else persons
    judged = {grain: _answers(frame, watches, grain, std) for grain, frame in frames.items()}
    return [
        _verdicts(m, frames[m.watch.grain], judged[m.watch.grain], view)
        for m in watches
        if m.watch.grain in frames
    ]


def judge_frame(monitor: Monitor, frame: pl.DataFrame, std: Standards) -> Verdicts:
    """One monitor over a frame of its own grain that comes from no class of data."""
    answers = _answers(frame, [monitor], monitor.watch.grain, std)
    return _verdicts(monitor, frame, answers, None)


def framed(
    monitor: Monitor,
    persons: pl.DataFrame,
    households: pl.DataFrame,
    std: Standards,
    also: Iterable[str] = (),
) -> pl.DataFrame:
    """What this monitor is asked over: one row a person or a household, with the columns it reads
    and, of the household, those named in *also*."""
    if monitor.watch.grain == "household":
        return with_members(households, persons, [monitor], std)
    homes = [c for c in also if c in households.columns and c not in persons.columns]
    whole = _with_household(persons, households, [monitor], std)
    more = households.select("household", *(c for c in homes if c not in whole.columns))
    return whole.join(more, on="household", how="left", maintain_order="left")


def with_members(
    households: pl.DataFrame, persons: pl.DataFrame, family: list[Monitor], std: Standards
) -> pl.DataFrame:
    """The households beside what these monitors read of all they count over their members."""
    read = {name for monitor in family for name in monitor.columns(std)}
    every = tallies(family, std).items()
    prepared = _only(read, (e for name, tally in every for e in tally.prepared(name)))
    grouped = _only(read, (e for name, tally in every for e in tally.grouped(name)))
    if not grouped:
        return households
    counted = persons.lazy().select("household", *prepared).group_by("household").agg(grouped)
    lines = households.lazy().join(counted, on="household", how="left", maintain_order="left")
    return lines.collect()


def _only(read: set[str], columns: Iterable[pl.Expr]) -> list[pl.Expr]:
    return [column for column in columns if column.meta.output_name() in read]


def tallies(family: Iterable[Monitor], std: Standards) -> dict[str, Tally]:
    """What is counted over the members of a household, by column name."""
    found: dict[str, Tally] = {}
    for monitor in family:
        found |= monitor.members(std)
    return found


def _with_household(
    persons: pl.DataFrame, households: pl.DataFrame, alone: list[Monitor], std: Standards
) -> pl.DataFrame:
    """The persons beside the columns of their household that these monitors read."""
    read = {"region"} | {name for monitor in alone for name in monitor.columns(std)}
    missing = [c for c in households.columns if c in read and c not in persons.columns]
    if not missing:
        return persons
    borrowed = households.lazy().select("household", *missing)
    joined = persons.lazy().join(borrowed, on="household", how="left", maintain_order="left")
    return joined.collect()


def _answers(
    frame: pl.DataFrame, watches: list[Monitor], grain: Grain, std: Standards
) -> pl.DataFrame:
    asked = [e for m in watches if m.watch.grain == grain for e in m.asked(std)]
    names = [e.meta.output_name() for e in asked]
    # Every expression over whole columns: a literal alone would give a single row.
    judged = frame.lazy().with_columns(asked)
    if grain == "household" and "n_members" in frame.columns:
        there = ~sure((pl.col("n_members") == 0) & (pl.col("n_members_unknown") == 0))
        answers = [n for n in names if n.endswith((".says", ".still"))]
        judged = judged.with_columns(pl.col(answers) & there)
    return judged.select(names).collect()


def _verdicts(
    monitor: Monitor, frame: pl.DataFrame, judged: pl.DataFrame, view: View | None
) -> Verdicts:
    watch, name = monitor.watch, monitor.id
    grain = watch.grain
    nobody = pl.lit(None, dtype=pl.String)
    who = frame.select(
        subject=pl.col(SUBJECT[grain]),
        person=nobody if grain == "household" else pl.col("person"),
        household="household",
        region="region",
        **{f"shown.{s.column}": s.column for s in watch.shows if s.column in frame.columns},
        **({"unit": pl.col("unit")} if "unit" in frame.columns else {}),
    )
    said = judged.select(
        pl.col(f"{name}.{part}").alias(part) for part in ("says", "still", "proven", "colour")
    )
    kept = pl.concat([who, said], how="horizontal")
    return Verdicts(
        monitor=monitor,
        frame=kept,
        hits=int(kept["says"].sum() or 0),
        unknown=kept["says"].null_count(),
        stale=tuple(c for c in watch.reads if view and view.fresh(c) is not True),
    )
