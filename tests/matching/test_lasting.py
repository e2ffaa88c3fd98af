"""Day after day a class in which nothing came is read once, and reads as it would anew."""

from datetime import timedelta
from itertools import pairwise

import pytest
from polars.testing import assert_frame_equal

from core.matching.lasting import Lasting
from tests.matching import test_view
from tests.matching.street import DAY, Street, lu, number

street = test_view.street
CLASSES = ("P02-01", "P02-02", "P01-01", "M01-01", "P05-03", "M24-01")
DAYS = [DAY + timedelta(days=n) for n in range(5)]


@pytest.fixture
def told(street):
    """Something comes on the second day, a person is recognised on the fourth, a record goes."""
    street.tell("M01-01", lu("m1", home="H1"))
    street.tell("M01-01", {"r": "m2", "mark": "LU", "home": "H1"}, day=DAYS[1])
    street.tell("P02-02", {"r": "t9", "id": number(7), "home": "H7"}, day=DAYS[1])
    street.tell("P02-01", lu("r7", name="李七", mark="SEVEN", id=number(7), home="H7"), day=DAYS[3])
    return street


def test_every_day_reads_as_it_would_without_memory(told):
    lasting, fresh = Lasting(), Street.at(told.facts.folder.parent).facts
    for day in (*DAYS, DAYS[0]):
        seen, anew = lasting.view(told.facts.view(day)), fresh.view(day)
        for class_id in CLASSES:
            mine, theirs = (v.records(class_id).collect() for v in (seen, anew))
            assert_frame_equal(mine, theirs, check_row_order=False)
            assert seen.fresh(class_id) == anew.fresh(class_id)
            assert seen.last_delivery(class_id) == anew.last_delivery(class_id)


def test_only_what_changed_is_read_again(told):
    views = [told.facts.view(day) for day in DAYS]
    changed = [
        {c for c in CLASSES if not now.reads_as(before, c)} for before, now in pairwise(views)
    ]
    assert changed[0] == {"M01-01", "P02-02"} and changed[1] == set()
    assert "P02-02" in changed[2] and "M24-01" not in changed[2]
    assert views[0].matching is not views[3].matching
    assert views[1].matching is views[2].matching


def test_a_class_too_big_for_memory_is_read_anew(told, monkeypatch):
    monkeypatch.setattr("core.matching.lasting.MOST_ROWS", 1)
    lasting = Lasting()
    for _ in range(3):
        assert lasting.view(told.facts.view(DAY)).records("P02-01").collect().height == 2
    assert lasting._read["P02-01"][1] is None


def test_what_is_asked_for_again_is_kept(told):
    lasting = Lasting()
    for day in DAYS[1:4]:
        lasting.view(told.facts.view(day)).records("M01-01").collect()
    kept = lasting._read["M01-01"][1]
    assert kept is not None and kept.height == 2
