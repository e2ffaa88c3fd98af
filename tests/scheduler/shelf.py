"""How a monitor is asked about single rows, in frames typed as the real ones, and what it reads."""

from functools import cache

import polars as pl

from core.city import load_city
from core.variables import classes_behind, person_schema, variables, whole_schema
from scheduler.monitors import monitors
from scheduler.monitors.judging import tallies
from scheduler.monitors.watch import FRAMES

CITY = load_city()
PARENT = ("P02-04", "M27-04", "P13-01", "P13-02", "M07-02", "P10-01")
SPINE = {
    "person": (),
    "household": (),
    "region": (),
    "listed": ("P01-01",),
    "member": ("P02-02",),
    "age": ("P02-01",),
    "dead": ("P02-04",),
    "father_state": PARENT,
    "mother_state": PARENT,
    "widowed_on": ("P02-04",),
}
"""Who somebody is: the classes that mostly say it, not all that may play a part."""


@cache
def counted(at):
    """Everything the monitors count over members, by column."""
    return tallies(monitors().values(), CITY.standards(at))


@cache
def schema(grain, at):
    """What a monitor of this grain may read, with the types of the real frames."""
    std = CITY.standards(at)
    if grain not in ("person", "household"):
        return FRAMES[grain]
    homes = whole_schema(std) | {"region": pl.String()}
    return homes | person_schema(std) if grain == "person" else homes | _counted_types(at)


def _counted_types(at):
    people = pl.LazyFrame(schema=person_schema(CITY.standards(at)))
    prepared = [e for name, tally in counted(at).items() for e in tally.prepared(name)]
    grouped = [e for name, tally in counted(at).items() for e in tally.grouped(name)]
    return dict(people.select(prepared).select(grouped).collect_schema())


def classes(names, at):
    """The classes behind these columns; of a variable those its file declares."""
    told = {n: v.classes for v in variables().values() for n in v.columns()} | SPINE
    found = set()
    for name in names:
        tally = counted(at).get(name, counted(at).get(name.removesuffix("_unknown")))
        if name in told:
            found |= set(told[name])
        elif tally is not None:
            found |= classes(tally.of.meta.root_names(), at)
        else:
            found |= set(classes_behind(name, CITY.standards(at)))
    return found


def read_by(monitor):
    """The classes behind everything a monitor asks and shows."""
    return classes(monitor.columns(CITY.standards(monitor.at)), monitor.at)


def asked(monitor, condition, rows):
    """What one condition of a monitor says of these rows; a column no row has is unknown."""
    std = CITY.standards(monitor.at)
    types = schema(monitor.watch.grain, monitor.at)
    read = condition(std).meta.root_names()
    strange = {name for row in rows for name in row} | set(read)
    assert strange <= set(types), f"{monitor.id} reads {sorted(strange - set(types))}"
    frame = pl.DataFrame(
        {name: pl.Series([row.get(name) for row in rows], dtype=types[name]) for name in read}
        | {"row": range(len(rows))}
    )
    return frame.with_columns(says=condition(std))["says"].to_list()
