"""Every role against every right: the whole matrix, written out once and compared."""

from datetime import date

import pytest

from core.access import RIGHTS, ROLES, DutyOf, NotAllowed, Thing, Who, demand, may

DAY = date(2022, 7, 15)
VILLAGE, TOWN, OTHER_TOWN = "330482102201", "330482102", "330482106"
ALL_RIGHTS = sorted({right for rights in RIGHTS.values() for right in rights})

GIVEN = {
    "grid": "answer_call see_card see_case work_case",
    "office": "answer_call lead see_booklet see_card see_case use_desk work_case",
    "department": "answer_call",
    "supervisor": "lead manage_monitors nudge see_booklet see_card see_case see_digest sign use_desk",
    "admin": "manage_users",
    "auditor": "read_trail",
    "resident": "own_record",
    "family": "hear_alarm",
    "room": "",
}


def person(role: str, **duty) -> Who:
    full = {"area": TOWN, "unit": "M02", "line": "", "household": "H1", "since": date(2022, 1, 1)}
    return Who(1, "x", "某人", "zh", (DutyOf(**{"role": role, "until": None} | full | duty),))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("right", ALL_RIGHTS)
def test_a_role_has_exactly_the_rights_written_here(role, right):
    thing = Thing(region=VILLAGE, unit="M02" if right == "answer_call" else "", household="H1")
    assert may(person(role), right, thing, DAY) == (right in GIVEN[role].split())


@pytest.mark.parametrize(
    "right", [r for r in ALL_RIGHTS if r not in ("own_record", "hear_alarm", "answer_call")]
)
@pytest.mark.parametrize("role", ROLES)
def test_nobody_reaches_another_town(role, right):
    assert not may(person(role), right, Thing(region=OTHER_TOWN + "201"), DAY)


def test_a_unit_answers_only_for_itself():
    assert not may(person("department"), "answer_call", Thing(region=VILLAGE, unit="M03"), DAY)


def test_a_resident_sees_only_his_own_household():
    assert not may(person("resident"), "own_record", Thing(household="H2"), DAY)
    nobody = person("resident", household="")
    assert not may(nobody, "own_record", Thing(household=""), DAY)


@pytest.mark.parametrize("role", ["grid", "office", "supervisor"])
def test_a_restricted_line_is_closed_to_the_others(role):
    child = Thing(region=VILLAGE, line="children")
    assert not may(person(role), "see_case", child, DAY)
    assert may(person(role, line="children"), "see_case", child, DAY)


def test_a_duty_ends_on_its_last_day():
    moved = person("grid", until=None)
    gone = Who(1, "x", "某人", "zh", (DutyOf("grid", TOWN, "", "", "", date(2022, 1, 1), DAY),))
    assert may(moved, "see_case", Thing(region=VILLAGE), DAY)
    assert not may(gone, "see_case", Thing(region=VILLAGE), DAY)


def test_a_duty_does_not_begin_early():
    later = person("grid", since=date(2022, 7, 16))
    with pytest.raises(NotAllowed):
        demand(later, "see_case", Thing(region=VILLAGE), DAY)
