"""Frames for the examples of derived columns, typed as the real plan types them."""

from functools import cache

import polars as pl

from core.household.order import KEEP_ORDER
from core.variables.engine.features import tallies
from core.variables.engine.schema import person_schema, whole_schema
from tests.variables.world import standards


@cache
def types(whose):
    """The columns of a person or of a household."""
    if whose == "person":
        return person_schema(standards()) | {"key": pl.UInt32, "home": pl.UInt32}
    return whole_schema(standards())


def frame(rows, read, whose):
    """The rows with all columns of *read*; what a row does not say is null."""
    schema = {name: types(whose)[name] for name in sorted(read)} | {"row": pl.UInt32}
    rows = [{"row": n, **row} for n, row in enumerate(rows)]
    strange = {name for row in rows for name in row} - set(schema)
    assert not strange, f"not read by the expression: {strange}"
    return pl.DataFrame(rows, schema=schema, orient="row")


def values(expression, rows, whose):
    """What the expression says of every row, all in one frame."""
    read = set(expression.meta.root_names())
    plan = frame(rows, read, whose).lazy().select(expression.alias("found"), "row")
    return plan.collect(optimizations=KEEP_ORDER)["found"].to_list()


def tallied(module, examples):
    """The tallies of the module over the members of every example: one row an example."""
    own = module.members(standards()) if hasattr(module, "members") else {}
    assert not own.keys() - tallies(standards()).keys()
    read = {n for t in own.values() for n in t.of.meta.root_names()} | {"member", "home"}
    people = [
        {"home": n, **person} for n, e in enumerate(examples) for person in e.row.get("members", ())
    ]
    persons = frame(people, read, "person")
    prepared = [e for name, tally in own.items() for e in tally.prepared(name)]
    grouped = [e for name, tally in own.items() for e in tally.grouped(name)]
    found = persons.lazy().select("home", *prepared).group_by("home").agg(grouped)
    homes = pl.LazyFrame({"home": range(len(examples))}, schema={"home": pl.UInt32})
    return homes.join(found, on="home", how="left").sort("home").collect().to_dicts()


def answers(module, name, examples):
    """What the module says of every example household."""
    counts = tallied(module, examples)
    if not hasattr(module, "value"):
        return [(row[name], row[f"{name}_unknown"]) for row in counts]
    expression = module.value(standards())
    read = set(expression.meta.root_names())
    rows = []
    for example, count in zip(examples, counts, strict=True):
        told = {k: v for k, v in example.row.items() if k != "members"}
        own = {k: v for k, v in count.items() if k in read}
        unsaid = {f"{k}_unknown": 0 for k in told if f"{k}_unknown" in read}
        rows.append(own | unsaid | told)
    return values(expression, rows, "household")
