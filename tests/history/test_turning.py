"""What turned, and because of which records: the family of the newspaper before and after the job."""

import pytest

from core.history import turnings
from core.portrait import portrait
from core.variables import features
from tests.variables.lu import AT, HOME, LATER, after, before
from tests.variables.world import standards


def kept(world, at):
    found = features(world, standards(at), households={HOME})
    row = portrait(found.households, standards(at)).row(0, named=True)
    return {**row, "at": at, "gone": False, "model": "m"}


@pytest.fixture(scope="module")
def turned():
    worlds = {AT: before(), LATER: after()}
    rows = [kept(world, at) for at, world in worlds.items()]
    return turnings(HOME, rows, worlds.__getitem__, standards)


def test_one_turning_between_two_portraits(turned):
    assert [(t.since, t.at) for t in turned] == [(AT, LATER)]


def test_it_says_which_colour_turned(turned):
    assert "发展型由红转绿" in turned[0].data()["moved"]
    assert any("Development" in words for words in turned[0].data("en")["moved"])


def test_it_names_the_insurance_record_and_no_record_that_was_there_before(turned):
    behind = {(r["class"], r["data_date"]) for r in turned[0].data()["records"]}
    assert "P03-03" in {class_id for class_id, _ in behind}
    assert all(day > AT.isoformat() for _, day in behind)


def test_a_family_with_one_portrait_has_no_turning():
    assert turnings(HOME, [kept(before(), AT)], {AT: before()}.__getitem__, standards) == []
