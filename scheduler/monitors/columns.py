"""Which columns a monitor may read, their types, and the classes of data behind each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import polars as pl
from polars import Expr, LazyFrame

from core.city import Standards
from core.variables import household_schema, variables
from core.variables.engine.extract import class_of, extracts, schema_of
from core.variables.engine.features import PERSON_SHELVES, household_shelf, person_shelf
from core.variables.engine.features import tallies as counted
from core.variables.engine.shelf import modules_of
from core.variables.engine.tally import Tally
from scheduler.monitors.judging import tallies
from scheduler.monitors.shelf import Monitor, monitors
from scheduler.monitors.watch import FRAMES, Grain

PARENT = ("P02-04", "M27-04", "P13-01", "P13-02", "M07-02", "P10-01")
SPINE: dict[str, tuple[pl.DataType, tuple[str, ...]]] = {
    "person": (pl.String(), ()),
    "household": (pl.String(), ()),
    "region": (pl.String(), ()),
    "listed": (pl.Boolean(), ("P01-01",)),
    "member": (pl.Boolean(), ("P02-02",)),
    "age": (pl.Int64(), ("P02-01",)),
    "dead": (pl.Boolean(), ("P02-04",)),
    "father_state": (pl.String(), PARENT),
    "mother_state": (pl.String(), PARENT),
    "widowed_on": (pl.Date(), ("P02-04",)),
}
"""Who somebody is: told with the classes that mostly say it, not with all that may play a part."""


@dataclass(frozen=True)
class Columns:
    """The columns of the persons' and the households' frame under one set of standards."""

    std: Standards

    def schema(self, grain: Grain) -> dict[str, pl.DataType]:
        """What a monitor of this grain may read, by name."""
        if grain == "person":
            return {**self._homes, **self._persons}
        return self._homes if grain == "household" else FRAMES[grain]

    def classes(self, names: Iterable[str]) -> set[str]:
        """The classes of data behind these columns."""
        return set().union(*(self._behind(name, frozenset()) for name in names))

    def read_by(self, monitor: Monitor) -> set[str]:
        """The classes behind everything a monitor asks and shows."""
        asked = (monitor.when, monitor.still, monitor.proven, monitor.colour)
        names = {n for condition in asked for n in condition(self.std).meta.root_names()}
        return self.classes(names | {show.column for show in monitor.watch.shows})

    @cached_property
    def _persons(self) -> dict[str, pl.DataType]:
        found = {name: dtype for name, (dtype, _) in SPINE.items()}
        for module in extracts("person").values():
            found |= schema_of(module, self.std)
        for package in PERSON_SHELVES:
            found |= {n: m.COLUMN.dtype for n, m in modules_of(package, "COLUMN").items()}
        return found

    @cached_property
    def _homes(self) -> dict[str, pl.DataType]:
        found = household_schema()
        for module in extracts("household").values():
            found |= schema_of(module, self.std)
        homes = modules_of("core.variables.homes", "COLUMN")
        found |= {name: module.COLUMN.dtype for name, module in homes.items()}
        for name, tally in self._tallies.items():
            found |= {name: self._type(tally), f"{name}_unknown": pl.Int64()}
        return found

    @cached_property
    def _tallies(self) -> dict[str, Tally]:
        return counted(self.std) | tallies(monitors().values(), self.std)

    def _type(self, tally: Tally) -> pl.DataType:
        if tally.how == "count":
            return pl.Int64()
        return LazyFrame(schema=self._persons).select(x=tally.of).collect_schema()["x"]

    @cached_property
    def _made(self) -> dict[str, Expr]:
        """Every column that is computed from others."""
        return (
            household_shelf(self.std)
            | {name: tally.of for name, tally in self._tallies.items()}
            | person_shelf(self.std)
        )

    @cached_property
    def _told(self) -> dict[str, tuple[str, ...]]:
        """Every column whose classes are told rather than derived."""
        found = {n: v.classes for v in variables().values() for n in v.columns()}
        for per in ("person", "household"):
            for module in extracts(per).values():
                found |= dict.fromkeys(schema_of(module, self.std), (class_of(module),))
        return found | {name: classes for name, (_, classes) in SPINE.items()}

    def _behind(self, name: str, above: frozenset[str]) -> set[str]:
        if name in self._told:
            return set(self._told[name])
        made = self._made.get(name, self._made.get(name.removesuffix("_unknown")))
        if made is None or name in above:
            return set()
        below = above | {name}
        return set().union(*(self._behind(root, below) for root in made.meta.root_names()))
