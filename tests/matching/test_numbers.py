"""By numbers: marks and ID numbers, slips, corrections."""

import pytest

from tests.matching.street import HERE, LATER, Street, lu, number


@pytest.fixture
def street(tmp_path):
    return Street.at(tmp_path)


def test_old_and_new_numbers_of_one_person_are_one_mark(street):
    new = number(1)
    street.tell("P02-01", lu(id=new))
    street.tell("M01-01", lu(id=new[:6] + new[8:17]))
    assert street.who("M01-01") == street.who("P02-01") == {"r1": street.mark(1)}
    assert street.why() == {}


def test_a_mark_beside_a_number_in_the_register_joins_both(street):
    street.tell("P02-01", lu(mark="A", id=number(1)))
    street.tell("M01-01", lu("m1", id=number(1)), lu("m2", mark="A"))
    assert street.who("M01-01") == {"m1": "A", "m2": "A"}
    assert street.facts.matching(LATER).person(street.mark(1)) == "A"


def test_a_mark_with_two_numbers_in_the_register_is_left_to_people(street):
    street.tell("P02-01", lu("r1", mark="A", id=number(1)), lu("r2", mark="A", id=number(2)))
    street.tell("M01-01", lu("m1", id=number(1)), lu("m2", id=number(2)))
    assert street.why() == {"two_numbers": (None, 2)}
    assert street.who("M01-01") == {"m1": street.mark(1), "m2": street.mark(2)}


def test_one_department_writing_another_number_once_changes_nothing(street):
    street.tell(
        "P02-01", lu("r1", mark="A", id=number(1)), lu("r2", name="王甲", mark="B", id=number(2))
    )
    street.tell("M01-01", {"r": "m1", "mark": "A", "id": number(2)}, {"r": "m2", "id": number(2)})
    assert street.who("M01-01") == {"m1": "A", "m2": "B"}


def test_what_only_departments_say_is_not_sure_however_often(street):
    street.tell("P02-01", lu(id=number(1)))
    row = {"mark": "A", "id": number(1)}
    street.tell("M01-01", row | {"r": "m1"})
    street.tell("M07-04", row | {"r": "w1"})
    assert street.why() == {"unconfirmed": (None, 1)}
    assert street.who("M01-01") == {"m1": "A"} and street.who("M07-04") == {"w1": "A"}


def test_one_row_whose_name_agrees_with_the_register_is_sure(street):
    street.tell("P02-01", lu(id=number(1)), lu("r2", name="王甲", id=number(2)))
    street.tell("M01-01", lu("m1", mark="A", id=number(1)), lu("m2", mark="B", id=number(2)))
    assert street.who("M01-01") == {"m1": street.mark(1), "m2": "B"}
    assert street.why()["unconfirmed"] == (None, 1)


def test_marks_of_two_departments_for_one_number_are_one_person(street):
    street.tell("P02-01", lu(id=number(1)))
    street.tell("M01-01", lu("m1", mark="A", id=number(1)))
    street.tell("M07-04", lu("w1", mark="Z", id=number(1)))
    assert {*street.who("M01-01").values(), *street.who("M07-04").values()} == {street.mark(1)}


def test_a_corrected_number_is_the_same_person_under_the_first_mark(street):
    street.tell("P02-01", lu(id=number(1)))
    street.tell("M01-01", lu("m1", id=number(1)))
    street.tell("P02-01", lu(id=number(7), op="upd"), day=LATER)
    street.tell("M07-04", lu("w1", id=number(7)), day=LATER)
    first = street.mark(1)
    assert street.why() == {"corrected": (True, 1)}
    assert street.who("P02-01") == {"r1": first} and street.who("M07-04") == {"w1": first}
    assert street.who("M01-01") == {"m1": first}


def test_a_number_given_to_somebody_else_is_not_the_same_person(street):
    street.tell("P02-01", lu("r1", id=number(1)))
    street.tell(
        "P02-01", lu("r1", id=number(7), op="upd"), lu("r2", name="王甲", id=number(1)), day=LATER
    )
    street.tell("M01-01", {"r": "m1", "id": number(1)}, day=LATER)
    assert street.why() == {"in_use": (False, 1)}
    assert street.who("M01-01") == {"m1": street.mark(1)}


def test_number_and_name_changed_together_are_left_to_people(street):
    street.tell("P02-01", lu(id=number(1)))
    street.tell("P02-01", lu(id=number(7), name="王甲", op="upd"), day=LATER)
    assert street.why() == {"taken_over": (None, 1)}


def test_a_mark_issued_later_is_the_same_person(street):
    street.tell("P02-01", lu(id=number(1)))
    street.tell("P02-01", lu(id=number(1), mark="A", op="upd"), day=LATER)
    assert street.who("P02-01") == {"r1": street.mark(1)}


def test_one_number_registered_under_two_names_joins_nobody(street):
    street.tell(
        "P02-01", lu("r1", mark="A", id=number(1)), lu("r2", name="王甲", mark="B", id=number(1))
    )
    assert street.who("P02-01") == {"r1": "A", "r2": "B"}
    assert street.why() == {"names_differ": (None, 2)}


def test_a_person_registered_twice_with_one_number_and_name_is_one(street):
    street.tell(
        "P02-01", lu("r1", mark="A", id=number(1)), lu("r2", place=HERE[:9] + "202", id=number(1))
    )
    assert len(set(street.who("P02-01").values())) == 1


def test_a_renamed_person_keeps_the_mark(street):
    street.tell("P02-01", lu(mark="A", id=number(1)))
    street.tell("P02-01", lu(mark="A", id=number(1), name="陆新生", op="upd"), day=LATER)
    street.tell("M01-01", lu("m1", id=number(1)))
    assert street.who("M01-01") == {"m1": "A"}


def test_nothing_is_matched_while_there_is_no_register(street):
    street.tell("M01-01", lu("m1", mark="A", id=number(1)), lu("m2", name="王甲"))
    who = street.who("M01-01")
    assert who["m1"] == "A" and who["m2"].startswith("n-") and street.why() == {}
