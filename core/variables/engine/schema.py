"""The columns of the two frames and their types, without any data."""

import polars as pl

from core.city.standards import Standards
from core.variables.engine.extract import extracts
from core.variables.engine.features import PERSON_SHELVES, SHARED, home_modules, tallies
from core.variables.engine.reading import schema_of
from core.variables.engine.shelf import household_schema, modules_of

SPINE = {"person": pl.String(), "household": pl.String(), "listed": pl.Boolean()}
KIN = {"father_state": pl.String(), "mother_state": pl.String(), "widowed_on": pl.Date()}


def person_schema(std: Standards) -> dict[str, pl.DataType]:
    """Every column of `Features.persons`."""
    facts = _facts("household", std)
    derived = [modules_of(package, "COLUMN") for package in PERSON_SHELVES]
    own = {name: m.COLUMN.dtype for shelf in derived for name, m in shelf.items()}
    return SPINE | _facts("person", std) | {n: facts[n] for n in SHARED} | own | KIN


def whole_schema(std: Standards) -> dict[str, pl.DataType]:
    """Every column of `Features.households`: the contract first, then what it is made of."""
    made = {n: m.COLUMN.dtype for n, m in home_modules().items() if hasattr(m, "COLUMN")}
    given = {"support": pl.Int64(), "n_entitled_not_received": pl.Int64()}
    return household_schema() | _facts("household", std) | _counted(std) | given | made


def _facts(per: str, std: Standards) -> dict[str, pl.DataType]:
    return {n: t for m in extracts(per).values() for n, t in schema_of(m, std).items()}


def _counted(std: Standards) -> dict[str, pl.DataType]:
    """The tallies, typed by an empty town."""
    people = person_schema(std) | {"home": pl.UInt32()}
    every = tallies(std)
    prepared = [e for name, tally in every.items() for e in tally.prepared(name)]
    grouped = [e for name, tally in every.items() for e in tally.grouped(name)]
    plan = pl.LazyFrame(schema=people).select("home", *prepared).group_by("home").agg(grouped)
    return {n: t for n, t in plan.collect_schema().items() if n != "home"}
