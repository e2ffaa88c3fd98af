"""Every derived column and every variable: its examples, all at once and one by one."""

import polars as pl
import pytest

from core.household.relation import RELATION
from core.variables import variables
from core.variables.engine.features import (
    PERSON_SHELVES,
    home_modules,
    household_shelf,
    person_shelf,
)
from core.variables.engine.shelf import modules_of
from core.variables.engine.stages import Circular, layers
from tests.variables.frames import answers, types, values
from tests.variables.world import standards

PERSONS = {n: m for package in PERSON_SHELVES for n, m in modules_of(package, "COLUMN").items()}
HOMES = home_modules()


@pytest.mark.parametrize("name", PERSONS)
def test_the_examples_of_every_person_column_hold(name):
    module = PERSONS[name]
    expression = module.value(standards())
    rows = [e.row for e in module.EXAMPLES]
    found = values(expression, rows, "person")
    assert {e.name: v for e, v in zip(module.EXAMPLES, found, strict=True)} == {
        e.name: e.expect for e in module.EXAMPLES
    }


@pytest.mark.parametrize("name", HOMES)
def test_the_examples_of_every_household_column_hold(name):
    module = HOMES[name]
    found = answers(module, name, module.EXAMPLES)
    found = [v[0] if isinstance(v, tuple) and v[1] == 0 else v for v in found]
    expect = [
        e.expect[0] if isinstance(e.expect, tuple) and e.expect[1] == 0 else e.expect
        for e in module.EXAMPLES
    ]
    names = [e.name for e in module.EXAMPLES]
    assert dict(zip(names, found, strict=True)) == dict(zip(names, expect, strict=True))


@pytest.mark.parametrize("name", sorted(variables()))
def test_one_household_alone_is_judged_as_among_others(name):
    module = HOMES[name]
    together = answers(module, name, module.EXAMPLES)
    alone = [answers(module, name, [e])[0] for e in module.EXAMPLES[:4]]
    assert alone == together[:4]


def test_every_variable_has_an_example_that_cannot_be_told():
    certain = {"dibao_std", "n_members"}
    for name in variables().keys() - certain:
        expects = [e.expect for e in HOMES[name].EXAMPLES]
        open_ = [e is None or (isinstance(e, tuple) and e[1] > 0) for e in expects]
        assert any(open_), name


def test_every_example_has_a_name_of_its_own():
    for name, module in (PERSONS | HOMES).items():
        names = [e.name for e in module.EXAMPLES]
        assert len(names) == len(set(names)) and len(names) >= 1, name


@pytest.mark.parametrize("whose", ["person", "household"])
def test_every_column_has_the_type_it_declares(whose):
    shelf = person_shelf(standards()) if whose == "person" else household_shelf(standards())
    known = dict(types(whose))
    known |= {f"told_{n}": v.dtype for n, v in variables().items()}
    frame = pl.LazyFrame(schema=known)
    for name, expression in shelf.items():
        dtype = frame.select(expression.alias("x")).collect_schema()["x"]
        expected = pl.String if known[name] == RELATION else known[name]
        assert dtype == expected, (name, dtype, expected)


def test_columns_that_wait_for_each_other_are_named():
    with pytest.raises(Circular, match="'a', 'b'"):
        layers({"a": pl.col("b"), "b": pl.col("a"), "c": pl.col("x")})
