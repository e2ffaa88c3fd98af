"""The portrait and the variables it is written over mean the same things."""

import pytest

from core.portrait.bounds import COUNTS, WHOLE
from core.portrait.openness import reads
from core.portrait.questions import PARTS
from core.portrait.reading import BOTH, LESS, MORE, NO, YES
from core.portrait.shelf import Indicator, types
from core.variables import household_schema, variables
from tests.portrait.households import AT, standards

STD = standards()
UNITS = [u for t in types(AT) for u in t.units]
IDS = [f"{u.id}-{u.name}" for u in UNITS]
LINE_OF = {"child": "children", "mental": "restricted", "safety": "restricted"}


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_a_unit_reads_what_it_says_it_reads(unit):
    said = unit.level(STD) if isinstance(unit, Indicator) else unit.when(STD)
    assert set(said.meta.root_names()) == set(unit.reads)


@pytest.mark.parametrize("unit", UNITS, ids=IDS)
def test_every_variable_exists_and_its_ends_are_values_of_it(unit):
    assert set(reads(unit)) <= household_schema().keys()
    for name, ends in unit.reads.items():
        variable = variables()[name]
        if variable.kind == "enum":
            assert set(ends) <= set(variable.categories), name
        else:
            flags = variable.kind == "bool"
            assert ends in ((YES, NO) if flags else (MORE, LESS, BOTH)), name


def test_the_counts_of_members_are_those_with_members_in_doubt():
    counts = {name for name, v in variables().items() if v.kind == "count"}
    assert counts == {WHOLE, *COUNTS}


def test_a_blow_is_a_variable_that_decays():
    fading = {i.fades for t in types(AT) for i in t.indicators if i.fades}
    assert fading == {f"{name}_days" for name, v in variables().items() if v.decays}


def test_an_indicator_is_at_least_as_closed_as_the_variables_it_shows():
    for unit in (u for u in UNITS if isinstance(u, Indicator)):
        lines = {LINE_OF[variables()[v].line] for v in unit.reads if variables()[v].line}
        assert lines <= {unit.line}, unit.id


def test_what_follows_from_other_facts_exists():
    names = set(PARTS) | {part for parts in PARTS.values() for part in parts}
    assert names <= variables().keys()
