"""The examples of a monitor, asked again: what each must answer and what it does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from core.city import City, Standards
from core.rule import Example
from core.variables import person_schema, whole_schema
from scheduler.monitors.judging import tallies
from scheduler.monitors.shelf import Condition, Monitor
from scheduler.monitors.watch import FRAMES


@dataclass(frozen=True)
class Tried:
    """One example: which of the three questions (when, still, proven), what is expected, what came."""

    question: str
    name: str
    expected: Any
    said: Any

    @property
    def holds(self) -> bool:
        return bool(self.expected is self.said or self.expected == self.said)

    def to_json(self) -> dict[str, Any]:
        return {**vars(self), "holds": self.holds}


def tried(monitor: Monitor, city: City) -> list[Tried]:
    """Every example of the file, as of the day they were written for."""
    std = city.standards(monitor.at)
    asked = (
        ("when", monitor.when, monitor.examples),
        ("still", monitor.still, monitor.keeps),
        ("proven", monitor.proven, monitor.proofs),
    )
    return [
        one
        for what, condition, rows in asked
        for one in _asked(what, condition, rows, monitor, std)
    ]


def _asked(
    question: str, condition: Condition, rows: Iterable[Example], monitor: Monitor, std: Standards
) -> list[Tried]:
    listed, types = list(rows), schema_of(monitor, std)
    if not listed:
        return []
    read = condition(std).meta.root_names()
    columns = [pl.Series(n, [e.row.get(n) for e in listed], dtype=types[n]) for n in read]
    frame = pl.DataFrame([pl.Series("row", range(len(listed))), *columns])
    said = frame.with_columns(says=condition(std))["says"].to_list()
    return [Tried(question, e.name, e.expect, s) for e, s in zip(listed, said, strict=True)]


def schema_of(monitor: Monitor, std: Standards) -> dict[str, pl.DataType]:
    """What it may read, with the types of the real frames."""
    grain = monitor.watch.grain
    if grain not in ("person", "household"):
        return FRAMES[grain]
    homes = whole_schema(std) | {"region": pl.String()}
    return homes | (person_schema(std) if grain == "person" else _counted(monitor, std))


def _counted(monitor: Monitor, std: Standards) -> dict[str, pl.DataType]:
    """What it counts over the members of a household."""
    every = tallies([monitor], std).items()
    people = pl.LazyFrame(schema=person_schema(std))
    prepared = [e for name, tally in every for e in tally.prepared(name)]
    grouped = [e for name, tally in every for e in tally.grouped(name)]
    return dict(people.select(prepared).select(grouped).collect_schema()) if grouped else {}
