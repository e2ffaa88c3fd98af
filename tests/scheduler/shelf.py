"""How a monitor is asked about single rows, in frames typed as the real ones."""

from functools import cache

import polars as pl

from core.city import load_city
from scheduler.monitors.columns import Columns

CITY = load_city()


@cache
def columns(at):
    return Columns(CITY.standards(at))


def asked(monitor, condition, rows):
    """What one condition of a monitor says of these rows; a column no row has is unknown."""
    std = CITY.standards(monitor.at)
    schema = columns(monitor.at).schema(monitor.watch.grain)
    read = condition(std).meta.root_names()
    strange = {name for row in rows for name in row} | set(read)
    assert strange <= set(schema), f"{monitor.id} reads {sorted(strange - set(schema))}"
    frame = pl.DataFrame(
        {name: pl.Series([row.get(name) for row in rows], dtype=schema[name]) for name in read}
        | {"row": range(len(rows))}
    )
    return frame.with_columns(says=condition(std))["says"].to_list()
