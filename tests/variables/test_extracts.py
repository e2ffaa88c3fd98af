"""Every extract: its examples, and that it says "no" only where its class may."""

import polars as pl
import pytest

from core.sources import sources
from core.variables.engine.extract import class_of, extracts
from core.variables.engine.reading import Keys, read, schema_of
from core.variables.engine.shelf import modules_of
from tests.variables.world import World, standards

SHELF = modules_of("core.variables.extracts", "EXTRACT")


def computed(module, examples, fresh):
    """The columns for examples, each a person and a household of its own."""
    rows = [
        {"person": f"p{n}", "household": f"h{n}", **row}
        for n, example in enumerate(examples)
        for row in example.rows
    ]
    name = class_of(module).replace("-", "_")
    world = World(**{name: rows}, stale=() if fresh else (class_of(module),))
    count = range(len(examples))
    people = pl.DataFrame({"person": [f"p{n}" for n in count], "key": count, "home": count})
    homes = pl.DataFrame({"household": [f"h{n}" for n in count], "key": count})
    code = pl.col("key").cast(pl.UInt32)
    keys = Keys(people.with_columns(code, pl.col("home").cast(pl.UInt32)), homes.with_columns(code))
    return read([module], world, standards(), keys)


@pytest.mark.parametrize("module", SHELF.values(), ids=list(SHELF))
def test_the_examples_of_every_extract_hold(module):
    for fresh in (True, False):
        examples = [e for e in module.EXAMPLES if e.fresh is fresh]
        assert examples, "a fresh and a stale example, please"
        frame = computed(module, examples, fresh)
        for example, row in zip(examples, frame.to_dicts(), strict=True):
            found = {name: row[name] for name in example.expect}
            assert found == example.expect, example.name


@pytest.mark.parametrize("module", SHELF.values(), ids=list(SHELF))
def test_a_class_never_delivered_says_nothing(module):
    keys = Keys(
        pl.DataFrame({"person": ["p"], "key": [0], "home": [0]}),
        pl.DataFrame({"household": ["h"], "key": [0]}),
    )
    frame = read([module], World(), standards(), keys)
    assert frame.row(0) == (None,) * frame.width
    assert dict(frame.schema) == schema_of(module, standards())


@pytest.mark.parametrize("module", SHELF.values(), ids=list(SHELF))
def test_absence_means_no_only_where_the_catalogue_says_so(module):
    source = sources()[class_of(module)]
    if source.absence == "unknown" and module.EXTRACT.absent:
        read = {
            name
            for column in module.EXTRACT.absent
            for name in module.columns(standards())[column].meta.root_names()
        }
        assert any(source.absence_of(n) == "no" for n in read & source.fields.keys())


def test_every_extract_has_an_example_without_any_record():
    bare = [n for n, m in SHELF.items() if not any(e.fresh and not e.rows for e in m.EXAMPLES)]
    assert not bare


def test_no_two_extracts_give_a_column_the_same_name():
    seen: dict[str, str] = {}
    for name, module in SHELF.items():
        for column in schema_of(module, standards()):
            assert column not in seen, f"{column}: {name}, {seen[column]}"
            seen[column] = name


def test_extracts_are_keyed_by_person_or_by_household():
    assert len(extracts("person")) + len(extracts("household")) == len(SHELF)
