"""Newborns: the certificate has no number, the register has the child later."""

from datetime import date

import pytest

from tests.matching.street import DAY, LATER, Street, lu, number

BIRTHDAY = "2022-07-01"
SETTLED, EARLY = date(2022, 7, 22), date(2022, 7, 21)


@pytest.fixture
def street(tmp_path):
    """A mother, registered by mark and number; her certificates name her by number."""
    street = Street.at(tmp_path)
    street.tell(
        "P02-01", lu("r1", name="王甲", born="1990-01-01", mark="MUM", id=number(1, "1990-01-01"))
    )
    return street


def born(street, *rows, day=DAY):
    mother = {"born": BIRTHDAY, "mother": number(1, "1990-01-01")}
    street.tell("P05-03", *(mother | row for row in rows), day=day)


def registered(street, *names, day=DAY, first=3):
    """Children with names and numbers, and the mother's mark."""
    for n, name in enumerate(names, first):
        child = lu(f"r{n}", name=name, born=BIRTHDAY, id=number(n, BIRTHDAY))
        street.tell("P02-01", child, day=day)
        street.tell("P02-02", {"r": f"t{n}", "id": number(n, BIRTHDAY), "mother": "MUM"}, day=day)


def test_a_certificate_finds_its_child_by_mother_and_day(street):
    born(street, {"r": "b1"})
    registered(street, "陆安")
    assert street.who("P05-03") == {"b1": street.mark(3, BIRTHDAY)}


def test_a_mark_given_at_birth_is_the_child_when_its_number_comes(street):
    born(street, {"r": "b1", "mark": "BABY"})
    street.tell("M07-04", {"r": "w1", "mark": "BABY"})
    assert street.who("M07-04", DAY) == {"w1": "BABY"}
    registered(street, "陆安")
    assert street.who("M07-04") == {"w1": street.mark(3, BIRTHDAY)}
    assert street.why() == {"mother": (True, 1)}


def test_nobody_is_sure_before_the_last_certificate_had_time_to_come(street):
    born(street, {"r": "b1", "mark": "BABY"})
    registered(street, "陆安")
    assert street.who("P05-03", EARLY) == {"b1": "BABY"}
    assert street.why(EARLY)["too_early"] == (None, 1)
    assert street.who("P05-03", SETTLED) == {"b1": street.mark(3, BIRTHDAY)}


@pytest.mark.parametrize(
    ("certificates", "children"),
    [
        (("b1", "b2"), ("陆大安", "陆小安")),
        (("b1", "b2"), ("陆大安",)),
        (("b1",), ("陆大安", "陆小安")),
    ],
    ids=["both known", "one child so far", "one certificate so far"],
)
def test_twins_are_left_to_people(street, certificates, children):
    born(street, *({"r": r, "mark": f"BABY{r}"} for r in certificates))
    registered(street, *children)
    assert street.who("P05-03") == {r: f"BABY{r}" for r in certificates}
    assert street.why()["several_children"] == (None, len(certificates) * len(children))


def test_twins_without_a_mark_stay_nobodys(street):
    born(street, {"r": "b1"}, {"r": "b2"})
    registered(street, "陆大安", "陆小安")
    assert street.who("P05-03") == {"b1": None, "b2": None}


def test_a_certificate_with_another_name_is_not_that_child(street):
    born(street, {"r": "b1", "mark": "BABY", "name": "陆别"})
    registered(street, "陆安")
    assert street.who("P05-03") == {"b1": "BABY"}


def test_a_twin_that_comes_late_takes_the_answer_back(street):
    born(street, {"r": "b1", "mark": "BABY"})
    registered(street, "陆大安")
    assert street.who("P05-03", SETTLED) == {"b1": street.mark(3, BIRTHDAY)}
    registered(street, "陆小安", day=LATER, first=4)
    assert street.who("P05-03", LATER) == {"b1": "BABY"}
    assert street.who("P05-03", SETTLED) == {"b1": street.mark(3, BIRTHDAY)}
