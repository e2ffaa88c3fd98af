"""The facts of a day with what came in since by the minute; fulfils core.facts.View.

An event that also comes with the nightly delivery is told once: the frames know a sensor's event by
sensor, kind and moment. Events make no class fresh that was never delivered otherwise, unless its
platform was heard within the last day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from core.clock import local
from core.facts import View
from core.facts.asof import SHOWN
from core.sources import sources
from core.store.sensing import SensorEvent


class LiveView:
    """*inner* and the events of some households or sensors, or of all."""

    def __init__(self, inner: View, events: Iterable[SensorEvent], heard: Iterable[str]) -> None:
        self.at: date = inner.at
        self._inner, self._heard = inner, frozenset(heard)
        self._rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for event in events:
            self._rows[event.class_id].append(_record(event))

    def records(self, class_id: str) -> pl.LazyFrame:
        rows = self._inner.records(class_id)
        told = self._rows.get(class_id)
        if not told:
            return rows
        schema = _schema(class_id)
        return pl.concat([rows, _frame(told, schema).lazy()], how="vertical_relaxed")

    def last_delivery(self, class_id: str) -> date | None:
        return self._inner.last_delivery(class_id)

    def fresh(self, class_id: str) -> bool | None:
        told = self._inner.fresh(class_id)
        return True if class_id in self._heard else told


def _schema(class_id: str) -> dict[str, pl.DataType]:
    source = sources()[class_id]
    stored = source.schema()
    shown: dict[str, pl.DataType] = {n: pl.String() for n in SHOWN}
    shown |= {"data_date": pl.Date(), "observed": pl.Date()}
    return shown | {name: stored[name] for name in source.fields}


def _record(event: SensorEvent) -> dict[str, Any]:
    happened = local(event.happened_at).date()
    envelope = {
        "record_id": f"{event.source}/{event.key}",
        "person": event.person,
        "household": event.household or None,
        "region": event.region or None,
        "data_date": happened,
        "observed": local(event.received_at).date(),
    }
    return {**event.payload, **envelope}


def _frame(rows: list[dict[str, Any]], schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """The rows in the types of the class; moments and days come as text."""
    columns = []
    for name, dtype in schema.items():
        values = [row.get(name) for row in rows]
        if dtype.is_temporal() and any(isinstance(v, str) for v in values):
            columns.append(_moments(name, values, dtype))
        else:
            columns.append(pl.Series(name, values, dtype=dtype))
    return pl.DataFrame(columns)


def _moments(name: str, values: list[Any], dtype: pl.DataType) -> pl.Series:
    text = pl.Series(name, values, dtype=pl.String)
    if dtype == pl.Date:
        return text.str.to_date("%Y-%m-%d")
    return text.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f", time_unit="us").cast(dtype)
