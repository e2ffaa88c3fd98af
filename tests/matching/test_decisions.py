"""What people decide: dated, obeyed from that day on, replayable."""

from datetime import date, timedelta

import pytest

from core.matching import decisions
from tests.matching.street import DAY, LATER, THERE, Street, lu, number

NEXT = LATER + timedelta(days=1)


@pytest.fixture
def street(tmp_path):
    """A row that may be either of two namesakes."""
    street = Street.at(tmp_path)
    street.tell("P02-01", lu("r1", id=number(1)), lu("r2", id=number(2), place=THERE))
    street.tell("M01-01", lu("m1"))
    return street


def stand_in(street):
    return street.facts.matching(DAY).unsure["a"].unique().item()


def test_a_pair_said_to_be_one_person_is_joined_from_that_day_on(street):
    street.decide(stand_in(street), street.mark(2), True, LATER)
    assert street.who("M01-01", LATER) == {"m1": street.mark(2)}
    assert street.who("M01-01", LATER - timedelta(days=1)) == {"m1": None}
    assert street.facts.matching(LATER).unsure.is_empty()
    assert street.facts.matching(DAY).unsure.height == 2


def test_a_pair_said_to_be_different_leaves_the_other_question_open(street):
    street.decide(stand_in(street), street.mark(2), False, LATER)
    assert street.facts.matching(LATER).unsure["b"].to_list() == [street.mark(1)]
    assert street.who("M01-01", LATER) == {"m1": None}


def test_when_it_is_nobody_registered_it_is_somebody_else(street):
    for n in (1, 2):
        street.decide(stand_in(street), street.mark(n), False, LATER)
    assert street.who("M01-01", LATER) == {"m1": stand_in(street)}


def test_a_decision_can_be_taken_back_or_replaced(street):
    who = stand_in(street)
    street.decide(who, street.mark(2), True, DAY)
    street.decide(street.mark(2), who, None, LATER)
    street.decide(who, street.mark(1), True, NEXT)
    seen = [street.who("M01-01", at)["m1"] for at in (DAY, LATER, NEXT)]
    assert seen == [street.mark(2), None, street.mark(1)]


def test_people_overrule_what_seemed_sure(street):
    street.tell("P02-01", lu("r3", name="王甲", id=number(3)))
    street.tell("M01-01", lu("m3", name="王甲"))
    assert street.who("M01-01", DAY)["m3"] == street.mark(3)
    raw = next(a for a, b in street.facts.matching(DAY).aliases.rows() if b == street.mark(3))
    street.decide(raw, street.mark(3), False, LATER)
    assert street.who("M01-01", LATER)["m3"] == raw


def test_marks_joined_in_a_ring_come_apart_when_two_are_said_to_differ(street):
    street.tell("P02-01", lu("r4", name="王甲", mark="A", id=number(4)))
    street.tell("M01-01", lu("m4", name="王甲", mark="B", id=number(4)))
    assert street.who("M01-01", DAY)["m4"] == "A"
    street.decide("A", "B", False, LATER)
    assert street.who("M01-01", LATER)["m4"] == "B"
    assert street.facts.matching(LATER).person(street.mark(4)) == street.mark(4)


def test_people_may_join_entries_of_different_names(street):
    street.tell("P02-01", lu("r5", name="王甲", mark="A"))
    street.decide("A", street.mark(1), True, LATER)
    assert street.who("P02-01", LATER)["r5"] == street.who("P02-01", LATER)["r1"]


def test_a_line_cut_off_by_a_power_failure_never_was(street):
    street.decide(stand_in(street), street.mark(2), True, DAY)
    file = decisions.path(street.facts.folder)
    with file.open("a", encoding="utf-8") as out:
        out.write('{"a": "x", "b": "y", "sa')
    assert decisions.decided(street.facts.folder, DAY).height == 1
    assert street.who("M01-01", DAY) == {"m1": street.mark(2)}


def test_a_decision_after_a_cut_off_line_still_counts(street):
    file = decisions.path(street.facts.folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"a": "x", "b": "y", "sa', "utf-8")
    street.decide(stand_in(street), street.mark(2), True, DAY)
    assert decisions.decided(street.facts.folder, DAY)["b"].to_list() == [street.mark(2)]


def test_decisions_about_somebody_forgotten_are_forgotten(street):
    who = stand_in(street)
    street.decide(who, street.mark(1), False, DAY)
    street.decide("X", "Y", True, DAY)
    assert decisions.forget(street.facts.folder, {street.mark(1)}) == 1
    assert decisions.decided(street.facts.folder, date.max).rows() == [("X", "Y", True)]
