"""The made-up town itself: who lives in it, where, and tables of what happens to them.

`people` and `homes` are settled first (families, then births, deaths and moves); every other part
of life adds tables. A person or home is a row number: person 7 is row 7 of `people`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl
from polars import col

from core.city import City, Standards, load_city
from demo.town.dice import Dice
from demo.town.places import Places, places
from demo.town.span import Days, Flags, Numbers, Span, years_old

NOBODY = -1


@dataclass
class World:
    """One town.

    *homes*: home, household_no, kind, template, grid, village, town, address.
    *people*: person, home, relation, role, male, born, trait, name, id_no, father, mother, spouse,
    since (belongs from), died, left (moved away), until (first day they are gone; null never).
    """

    seed: int
    span: Span
    households: int
    homes: pl.DataFrame = field(default_factory=pl.DataFrame)
    people: pl.DataFrame = field(default_factory=pl.DataFrame)
    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    city: City = field(default_factory=lambda: load_city("pinghu"))
    places: Places = field(default_factory=places)

    def dice(self, purpose: str) -> Dice:
        return Dice(self.seed, purpose)

    def __getitem__(self, table: str) -> pl.DataFrame:
        return self.tables[table]

    def add(self, table: str, **columns: Any) -> pl.DataFrame:
        """A new table; its rows are numbered in `row`."""
        told = {name: _series(values) for name, values in columns.items()}
        frame = pl.DataFrame(told).with_row_index("row")
        self.tables[table] = frame
        return frame

    def standards(self, day: np.datetime64) -> Standards:
        return self.city.standards(day.astype("M8[D]").item())

    def scaled(self, many: float) -> int:
        """As many per 3,489 households, at least one."""
        return max(1, round(many * self.households / 3489))

    def days(self, column: str) -> Days:
        """A column of `people` that holds days."""
        return self.people[column].to_numpy()

    def days_left(self) -> pl.Series:
        """The day each person moved away; null for most."""
        return self.people["left"]

    def away(self) -> pl.Series:
        """Who is registered here and lives elsewhere (table `apart`)."""
        return pl.Series(np.isin(np.arange(self.people.height), self["apart"]["person"].to_numpy()))

    def numbers(self, column: str) -> Numbers:
        return self.people[column].to_numpy().astype(np.int64)

    def words(self, column: str) -> pl.Series:
        return self.people[column]

    def is_(self, column: str, *values: str | None) -> Flags:
        """Of whom a column of `people` says one of *values*; None asks for those without a word."""
        found = self.people[column]
        said = found.is_in([v for v in values if v is not None]).fill_null(False).to_numpy()
        return said | found.is_null().to_numpy() if None in values else said

    def kind_is(self, persons: Numbers, *kinds: str) -> Flags:
        """Whose household is of one of these kinds."""
        return self.home_is(self.numbers("home")[persons], "kind", *kinds)

    def home_is(self, homes: Numbers, column: str, *values: str) -> Flags:
        return self.homes[column].is_in(list(values)).to_numpy()[homes]

    def age(self, on: Days | np.datetime64, persons: Numbers | None = None) -> Numbers:
        born = self.days("born")
        return years_old(born if persons is None else born[persons], on)

    def here(self, persons: Numbers, on: Days | np.datetime64) -> Flags:
        """Whether these people live in the town on that day."""
        since, until = self.days("since")[persons], self.days("until")[persons]
        there = np.asarray(on, dtype="M8[D]")
        return (since <= there) & (np.isnat(until) | (there < until))

    def kind(self, persons: Numbers) -> pl.Series:
        return self.homes["kind"][self.numbers("home")[persons]]

    def who(self, **wanted: Any) -> Numbers:
        """Row numbers of the people whose columns have these values (one, or one of a list)."""
        return self._found(self.people.join(self._shown(), on="home"), "person", wanted)

    def where(self, **wanted: Any) -> Numbers:
        """Row numbers of the homes whose columns have these values."""
        return self._found(self.homes, "home", wanted)

    def _shown(self) -> pl.DataFrame:
        return self.homes.select("home", "kind", "template")

    @staticmethod
    def _found(frame: pl.DataFrame, key: str, wanted: dict[str, Any]) -> Numbers:
        tests = [
            col(name).is_in(value) if isinstance(value, list | tuple) else col(name) == value
            for name, value in wanted.items()
        ]
        return frame.filter(*tests)[key].sort().to_numpy().astype(np.int64)


def _series(values: Any) -> Any:
    """Numpy's arrays of objects hold words, or nothing."""
    words = isinstance(values, np.ndarray) and values.dtype == object
    return pl.Series(values.tolist(), dtype=pl.String) if words else values


def texts(values: Sequence[str] | pl.Series, rows: Numbers) -> pl.Series:
    """The texts behind row numbers; null for nobody."""
    series = pl.Series(values) if not isinstance(values, pl.Series) else values
    known = pl.Series(rows).cast(pl.Int64)
    return series.gather(pl.select(pl.when(known >= 0).then(known)).to_series())
