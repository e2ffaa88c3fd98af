"""Read extracts: the records of their classes, and what those that are missing say.

The rules of knowing are here and nowhere else: a class never delivered says nothing; a stale class
says nothing, except that what has happened (*lasting*) stays so; no record means *absent* only in
a fresh class.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType

import polars as pl
from polars import Expr, LazyFrame, col, when

from core.city.standards import Standards
from core.facts import View
from core.household.order import collected
from core.household.spine import placed
from core.sources import sources
from core.variables.engine.extract import Extract, class_of, extracts
from core.variables.engine.words import last

SEEN = "_seen"


@dataclass(frozen=True)
class Keys:
    """Whom columns belong to: `key` numbers the rows of the person frame and of the home frame.

    *persons*: key, person, home (the key of the household); *homes*: key, household. *only*: the
    few persons and households that were chosen, and the persons named in records of these
    households who live elsewhere; None means everybody.
    """

    persons: pl.DataFrame
    homes: pl.DataFrame
    only: "Chosen | None" = None

    def count(self, per: str) -> int:
        return (self.persons if per == "person" else self.homes).height

    def narrow(self, records: LazyFrame, extract: Extract) -> LazyFrame:
        """The records of the chosen households, before anything is joined."""
        return records if self.only is None else records.filter(self.only.theirs(extract))


@dataclass(frozen=True)
class Chosen:
    """A few persons and households, so that little is read and nothing is read differently."""

    persons: pl.Series
    homes: pl.Series
    elsewhere: pl.Series

    def theirs(self, extract: Extract) -> Expr:
        named = col("person").is_in(self.persons.implode()).fill_null(False)
        there = col("household").is_in(self.homes.implode())
        away = col("person").is_in(self.elsewhere.implode()).fill_null(False)
        if extract.per == "person":
            return named
        return named | (there & ~away) if extract.through_person else there


def chosen(view: View, persons: pl.DataFrame, homes: pl.DataFrame) -> Chosen:
    """A record that names a person goes where that person lives, chosen or not."""
    people, households = persons["person"], homes["household"]
    ours, there = people.implode(), col("household").is_in(households.implode())
    classes = [class_of(m) for m in extracts("household").values() if m.EXTRACT.through_person]
    named = [
        view.records(c).filter(there, ~col("person").is_in(ours)).select("person") for c in classes
    ]
    others = collected(pl.concat(named).drop_nulls().unique())["person"]
    return Chosen(people, households, placed(view, others)["person"])


def read(modules: Iterable[ModuleType], view: View, std: Standards, keys: Keys) -> pl.DataFrame:
    """The columns of all these extracts, row by row beside the persons or the homes of *keys*."""
    plans = {m: _table(m, view, std, keys) for m in modules if speaks(m, view)}
    # One by one: each plan uses all cores; polars takes longer over many small ones together.
    found = {m: collected(plan) for m, plan in plans.items()}
    rows = {per: Rows(keys.count(per)) for per in ("person", "household")}
    parts = [_aligned(m, found.get(m), view, std, rows[m.EXTRACT.per]) for m in modules]
    return pl.concat(parts, how="horizontal") if parts else pl.DataFrame()


def speaks(module: ModuleType, view: View) -> bool:
    """Whether the class can say anything on this day."""
    fresh = view.fresh(class_of(module))
    return bool(fresh) or (fresh is False and bool(module.EXTRACT.lasting))


def _table(module: ModuleType, view: View, std: Standards, keys: Keys) -> LazyFrame:
    records = keys.narrow(view.records(class_of(module)), module.EXTRACT)
    return tabled(_keyed(records, module.EXTRACT, keys), module, std)


class Rows:
    """The rows of a frame by their key, and frames of nothing as long; each made once and shared."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._every = pl.int_range(count, dtype=pl.UInt32, eager=True)
        self._nowhere = pl.Series([None], dtype=pl.UInt32).new_from_index(0, count)

    def of(self, keys: pl.Series) -> pl.Series:
        """For every key the row of *keys* it stands in, null where it stands in none."""
        return self._nowhere.clone().scatter(keys, self._every.head(keys.len()))

    def nothing(self, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
        return pl.DataFrame(
            [pl.Series(n, [None], dtype=t).new_from_index(0, self.count) for n, t in schema.items()]
        )


def _aligned(
    module: ModuleType, table: pl.DataFrame | None, view: View, std: Standards, rows: Rows
) -> pl.DataFrame:
    """One row per key: what the records say, and what their absence says."""
    schema = schema_of(module, std)
    if table is None or rows.count == 0:
        return rows.nothing(schema)
    row, fresh = rows.of(table["key"]), bool(view.fresh(class_of(module)))
    spread = table.lazy().select(pl.col(list(schema)).gather(row), row.is_not_null().alias(SEEN))
    spoken = (_spoken(module.EXTRACT, n, dtype, fresh) for n, dtype in schema.items())
    return collected(spread.select(spoken))


def tabled(keyed: LazyFrame, module: ModuleType, std: Standards) -> LazyFrame:
    """One row per `key` with the columns of the extract."""
    extract: Extract = module.EXTRACT
    columns = [e.alias(name) for name, e in module.columns(std).items()]
    rows = keyed.filter(module.where(std)) if hasattr(module, "where") else keyed
    rows = module.prepare(rows, std) if hasattr(module, "prepare") else rows
    if extract.take == "all":
        return rows.group_by("key").agg(columns)
    read = sorted({name for e in columns for name in e.meta.root_names()} - {"key"})
    newest = rows.group_by("key").agg(last(name, extract.by) for name in read)
    return newest.select("key", *columns)


_SCHEMAS: dict[str, dict[str, pl.DataType]] = {}


def schema_of(module: ModuleType, std: Standards) -> dict[str, pl.DataType]:
    """The columns of an extract and their types, which are the same under all standards."""
    class_id = class_of(module)
    if class_id not in _SCHEMAS:
        empty = LazyFrame(schema={"key": pl.UInt32(), **sources()[class_id].schema()})
        found = tabled(empty, module, std).collect_schema()
        _SCHEMAS[class_id] = {name: dtype for name, dtype in found.items() if name != "key"}
    return _SCHEMAS[class_id]


def _keyed(records: LazyFrame, extract: Extract, keys: Keys) -> LazyFrame:
    persons, homes = keys.persons.lazy(), keys.homes.lazy().select("household", "key")
    if extract.per == "person":
        return records.join(persons.select("person", "key"), on="person", how="inner")
    if not extract.through_person:
        return records.join(homes, on="household", how="inner")
    lives = persons.select("person", lives="home")
    by_person = records.join(lives, on="person", how="left")
    both = by_person.join(homes, on="household", how="left")
    return both.with_columns(key=pl.coalesce("lives", "key")).filter(col("key").is_not_null())


def _spoken(extract: Extract, name: str, dtype: pl.DataType, fresh: bool) -> Expr:
    """What a column says after the join, given how fresh its class is."""
    if fresh:
        if name not in extract.absent:
            return col(name)
        nothing = pl.lit(extract.absent[name], dtype)
        return when(SEEN).then(name).otherwise(nothing).alias(name)
    if name not in extract.lasting:
        return pl.lit(None, dtype).alias(name)
    return when(col(name)).then(True).alias(name) if dtype == pl.Boolean else col(name)
